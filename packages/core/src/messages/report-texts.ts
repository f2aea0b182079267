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
  notIsolated: {
    en: "Not verified: the entry ran without isolation, so it could have read anything on this machine.",
    ja: "未検証：隔離なしで実行したため、提出物はこの環境のどのファイルも読めた可能性があります。",
  },
  notFitted: {
    en: "Not verified: the harness did not train the model, so it may have been trained on the test truth, which is public.",
    ja: "未検証：ハーネスがモデルを学習していません。テストの正解は公開されているため、それで学習した可能性があります。",
  },
  notStreamed: {
    en: "Not verified for the causal track: the entry saw all rows at once; `stream: true` hands over one frame at a time.",
    ja: "因果的トラックでは未検証：すべての行を一度に見ています。`stream: true` なら一フレームずつ渡されます。",
  },
  verifiedRun: {
    en: "Verified: the harness ran fit on the train split and predict on inputs alone, in isolation ({isolation}). Predictions: {predictions}.",
    ja: "検証済み：ハーネスが学習用データで fit を、入力だけで predict を、隔離環境（{isolation}）で実行しました。予測：{predictions}。",
  },
  plainRun: {
    en: "The harness ran the entry (isolation: {isolation}). Predictions: {predictions}.",
    ja: "ハーネスが提出物を実行しました（隔離：{isolation}）。予測：{predictions}。",
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
