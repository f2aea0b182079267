import type { Template } from "./format.ts";

/** What reports and boards say, other than errors. */
export const reportTexts = {
  reportTitle: { en: "{challenge}, {board} board", ja: "{challenge}：{board} ボード" },
  rank: { en: "Rank", ja: "順位" },
  name: { en: "Name", ja: "名前" },
  metric: { en: "Metric", ja: "指標" },
  score: { en: "Score", ja: "スコア" },
  interval: { en: "{percent} % interval", ja: "{percent} % 区間" },
  chance: { en: "Chance", ja: "偶然" },
  better: { en: "Better", ja: "良い方向" },
  higher: { en: "higher", ja: "高いほど" },
  lower: { en: "lower", ja: "低いほど" },
  subject: { en: "Subject", ja: "個体" },
  subjects: { en: "Subjects", ja: "個体数" },
  session: { en: "Session", ja: "セッション" },
  sessions: { en: "Sessions", ja: "セッション数" },
  worst: { en: "Worst subject", ja: "最も低調な個体" },
  column: { en: "Truth column", ja: "正解の列" },
  byColumn: { en: "{metric} by truth column", ja: "正解の列ごとの {metric}" },
  rows: { en: "Rows", ja: "行数" },
  noScore: { en: "none", ja: "なし" },
  bySubject: { en: "{metric} by subject", ja: "個体ごとの {metric}" },
  bySession: { en: "{metric} by session", ja: "セッションごとの {metric}" },
  seedNote: {
    en: "Intervals: {resamples} resamples of subjects, then of sessions within them, seed {seed}.",
    ja: "区間：個体、次にその中のセッションを {resamples} 回再抽出（シード {seed}）。",
  },
  notVerified: {
    en: "Not verified: all truth in this dataset is public, so predictions alone prove nothing.",
    ja: "未検証：このデータセットの正解はすべて公開されているため、予測だけでは何の証明にもなりません。",
  },
  skippedSession: {
    en: "{metric}: {session} of {subject} was left out: {reason}",
    ja: "{metric}：{subject} の {session} は対象外：{reason}",
  },
  noMetric: {
    en: "{metric} has no score: {reason}",
    ja: "{metric} のスコアはありません：{reason}",
  },
  sharedRank: {
    en: "Entries that the paired bootstrap cannot tell apart share a rank.",
    ja: "対応のあるブートストラップで区別できない参加者は同じ順位になります。",
  },
} as const satisfies Record<string, Template>;
