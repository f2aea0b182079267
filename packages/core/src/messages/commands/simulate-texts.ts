import type { Template } from "../format.ts";

/** `braidyn simulate`. */
export const simulateTexts = {
  simulateSummary: {
    en: "Make sessions like the real ones, from a seed",
    ja: "実物に似たセッションをシードから作る",
  },
  outputFolderOption: { en: "The folder for the session files", ja: "セッションファイルを置くフォルダー" },
  daysOption: {
    en: "How many days, from the first on which there are such sessions; 1 by default",
    ja: "日数（その種類のセッションがある最初の日から）。既定は 1",
  },
  onDayOption: { en: "Only on these days of training", ja: "この訓練日だけ（複数可）" },
  simulatedStreamsOption: {
    en: "What to simulate beside trials and dF/F; by default all",
    ja: "試行と dF/F のほかに作るもの。既定は全部",
  },
  maskSizeOption: {
    en: "Height and width of the region masks, pixels",
    ja: "領域マスクの縦横の大きさ（px）",
  },
  fileNamesOption: {
    en: "Names of files: the authors', all in one folder, or DANDI's, a folder a mouse",
    ja: "ファイル名の付け方：authors は一つのフォルダーに、dandi はマウスごとのフォルダーに",
  },
  outcomeLabelsOption: {
    en: "What `miss` means: no response (released, as on DANDI) or a pull that was too short (prerelease)",
    ja: "`miss` の意味：released（DANDI と同じ）は反応なし、prerelease は短すぎたレバー引き",
  },
  processesOption: {
    en: "How many processes simulate; by default one a core where that is faster",
    ja: "並列に使うプロセスの数。既定では、速くなる場合にコアの数だけ使う",
  },
  layoutOption: {
    en: "30 Hz data only, or the raw 5 kHz sensors and 100 Hz keypoints too",
    ja: "reduced は 30 Hz のデータだけ、full は 5 kHz のセンサーと 100 Hz のキーポイントも含む",
  },
  simulating: { en: "Simulating", ja: "シミュレーション中" },
  simulated: {
    en: "Simulated sessions: {sessions}, in {folder}",
    ja: "シミュレーションしたセッション：{sessions}（{folder}）",
  },
} as const satisfies Record<string, Template>;
