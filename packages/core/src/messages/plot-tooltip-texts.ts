import type { Template } from "./format.ts";

/** What shows under the pointer in a plot, by the field that holds it. */
export const plotTooltipTexts = {
  auc: { en: "AUC", ja: "AUC（曲線下面積）" },
  day: { en: "Day", ja: "訓練日" },
  entry: { en: "Entry", ja: "提出" },
  group: { en: "Group", ja: "群" },
  high: { en: "High", ja: "上限" },
  low: { en: "Low", ja: "下限" },
  median: { en: "Median", ja: "中央値" },
  mice: { en: "Mice", ja: "マウスの数" },
  mouse: { en: "Mouse", ja: "マウス" },
  name: { en: "Entry", ja: "提出" },
  observed: { en: "Observed", ja: "実際の割合" },
  predicted: { en: "Predicted", ja: "予測確率" },
  region: { en: "Region", ja: "領域" },
  rows: { en: "Rows", ja: "行数" },
  score: { en: "Score", ja: "スコア" },
  subject: { en: "Mouse", ja: "マウス" },
  team: { en: "Team", ja: "チーム" },
  time: { en: "Submitted", ja: "提出時刻" },
  trials: { en: "Trials", ja: "試行数" },
  value: { en: "Value", ja: "値" },
} as const satisfies Record<string, Template>;
