import type { Template } from "./format.ts";

/** Titles, axes and legends of plots. */
export const plotTexts = {
  // the page around a plot
  play: { en: "Play", ja: "再生" },
  pause: { en: "Pause", ja: "一時停止" },
  saveSvg: { en: "Save as SVG", ja: "SVG として保存" },
  savePng: { en: "Save as PNG", ja: "PNG として保存" },

  // axes
  plotTime: { en: "Time (s)", ja: "時刻（秒）" },
  plotTimeMinutes: { en: "Time (min)", ja: "時刻（分）" },
  plotDay: { en: "Day of training", ja: "訓練日数（日）" },

  // learning curves
  learningNothing: {
    en: "no trials of a known day and outcome",
    ja: "日と結果の分かる試行がありません",
  },
  learningTitle: { en: "Learning over {days} days", ja: "{days} 日間の学習" },
  learningSubtitle: {
    en: "{mice} mice, {sessions} sessions: thin lines are mice, the thick one their median, the band 25–75 %",
    ja: "マウス {mice} 匹、{sessions} セッション。細線は個体、太線は中央値、帯は 25–75 %",
  },
  responseRate: { en: "Response rate (pulls / cues)", ja: "反応率（引き / 合図）" },
  successRate: { en: "Success rate (rewards / cues)", ja: "成功率（報酬 / 合図）" },
  requiredPull: { en: "Required pull, end of day (ms)", ja: "必要な引き時間、終了時（ms）" },
} as const satisfies Record<string, Template>;
