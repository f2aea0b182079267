import type { Template } from "./format.ts";

/** Titles, axes and legends of plots. */
export const plotTexts = {
  // the page around a plot
  play: { en: "Play", ja: "再生" },
  pause: { en: "Pause", ja: "一時停止" },
  saveSvg: { en: "Save as SVG", ja: "SVG として保存" },
  savePng: { en: "Save as PNG", ja: "PNG として保存" },

  // axes and legends of several plots
  plotTime: { en: "Time (s)", ja: "時刻（秒）" },
  plotTimeMinutes: { en: "Time (min)", ja: "時刻（分）" },
  timeFrom: { en: "Time from {event} (s)", ja: "{event}からの時間（秒）" },
  anEvent: { en: "event", ja: "イベント" },
  timeFromCue: { en: "Time from cue (s)", ja: "合図からの時間（秒）" },
  plotDay: { en: "Day of training", ja: "訓練日（日目）" },
  dff: { en: "dF/F (fraction)", ja: "dF/F（比）" },
  dffOf: { en: "{value} dF/F", ja: "dF/F の {value}" },
  score: { en: "Score", ja: "スコア" },

  // events and outcomes
  eventPull: { en: "pull", ja: "レバー引き" },
  eventLever: { en: "any pull", ja: "全レバー引き" },
  eventCue: { en: "cue", ja: "合図" },
  eventReward: { en: "reward", ja: "報酬" },
  eventLick: { en: "lick", ja: "リック" },
  outcomeSuccess: { en: "Success", ja: "成功" },
  outcomeShortPull: { en: "Pull too short", ja: "引きが短い" },
  outcomeNoResponse: { en: "No response", ja: "反応なし" },
  allEvents: { en: "all", ja: "全部" },
  groupCount: { en: "{group} (n = {count})", ja: "{group}（{count} 回）" },
  trialCount: { en: "n = {count}", ja: "試行数 {count}" },

  severalSessions: { en: "{count} sessions", ja: "{count} セッション" },

  // learning curves
  learningTitle: { en: "Learning curves", ja: "学習曲線" },
  learningSubtitle: {
    en: "Mice: {mice}, sessions: {sessions}. Thin lines: mice; thick: their median; band: 25–75 %",
    ja: "マウス {mice} 匹、{sessions} セッション。細線は個体、太線は中央値、帯は 25–75 %",
  },
  responseRate: { en: "Response rate (pulls / cues)", ja: "反応率（引き / 合図）" },
  successRate: { en: "Success rate (rewards / cues)", ja: "成功率（報酬 / 合図）" },
  requiredPull: { en: "Required pull, end of day (ms)", ja: "必要な引き時間、終了時（ms）" },

  // heatmap, PETH, raster, strip
  heatmapTitle: { en: "dF/F of the regions", ja: "各領域の dF/F" },
  pethTitle: { en: "dF/F around {event}", ja: "{event}前後の dF/F" },
  pethSubtitle: {
    en: "Mean ± standard error; the upper row of each pair is the left hemisphere",
    ja: "平均 ± 標準誤差。各組の上段が左半球",
  },
  pethSubtitlePlain: { en: "Mean ± standard error", ja: "平均 ± 標準誤差" },
  rasterTitle: { en: "Pulls and licks by trial", ja: "試行ごとのレバー引きとリック" },
  rasterSubtitle: { en: "One row a trial, by outcome", ja: "一行が一試行、結果別" },
  pulls: { en: "Lever pulled", ja: "レバー引き" },
  licks: { en: "Lick", ja: "リック" },
  rewards: { en: "Reward", ja: "報酬" },
  stripTitle: { en: "One trial", ja: "一試行の記録" },
  stripTitleTime: { en: "A stretch of the session", ja: "記録の一部" },
  leverAxis: { en: "Lever (mm)", ja: "レバー（mm）" },
  rowTone: { en: "Cue tone", ja: "合図音" },
  rowCued: { en: "Response window", ja: "反応時間枠" },
  rowRewardPhase: { en: "Reward phase", ja: "報酬期間" },
  rowLever: { en: "Lever pulled", ja: "レバー引き" },
  rowReward: { en: "Reward", ja: "報酬" },
  rowLick: { en: "Lick", ja: "リック" },
  trialSubtitle: { en: "Trial {trial}: {outcome}", ja: "試行 {trial}：{outcome}" },

  // cortex map
  cortexTitle: { en: "Cortex map", ja: "皮質マップ" },
  cortexTitleOf: { en: "dF/F after {event}", ja: "{event}後の dF/F" },
  cortexRange: { en: "mean of {from} to {to} s, n = {count}", ja: "{from}～{to} 秒の平均、n = {count}" },
  cortexCount: { en: "mean over n = {count}", ja: "n = {count} の平均" },
  cortexFrame: { en: "{seconds} s", ja: "{seconds} 秒" },

  // keypoints
  keypointsTitle: { en: "Tracked points", ja: "追跡点の動き" },
  xPixels: { en: "x (px)", ja: "x（画素）" },
  yPixels: { en: "y (px)", ja: "y（画素）" },

  // scores
  rocTitle: { en: "ROC curves", ja: "ROC 曲線" },
  rocSubtitle: { en: "Thick: all rows; thin: single mice", ja: "太線は全体、細線は個体ごと" },
  falsePositiveRate: { en: "False positive rate", ja: "偽陽性率" },
  truePositiveRate: { en: "True positive rate", ja: "真陽性率" },
  calibrationTitle: { en: "Calibration", ja: "較正" },
  calibrationSubtitle: {
    en: "Bars: 95 % intervals; diagonal: perfect",
    ja: "縦線は 95 % 区間、対角線は完全な較正",
  },
  predictedProbability: { en: "Predicted probability", ja: "予測確率" },
  observedFraction: { en: "Observed fraction", ja: "実際の割合" },
  rowCount: { en: "Rows", ja: "行数" },
  dotsTitle: { en: "Scores by mouse", ja: "個体ごとのスコア" },
  dotsSubtitle: {
    en: "Dots: mice; diamonds: entries with their intervals",
    ja: "点は個体、ひし形は提出のスコアと区間",
  },
  progressTitle: { en: "Board progress", ja: "ボードの推移" },
  progressSubtitle: { en: "Best score so far of every team", ja: "各チームのそれまでの最高スコア" },
  submittedAt: { en: "Submitted", ja: "提出時刻" },
  otherTeams: { en: "others: {count}", ja: "ほか {count} チーム" },
} as const satisfies Record<string, Template>;
