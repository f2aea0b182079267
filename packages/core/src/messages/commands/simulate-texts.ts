import type { Template } from "../format.ts";

/** `braidyn simulate`. */
export const simulateTexts = {
  simulateSummary: {
    en: "Make sessions like the real ones, from a seed",
    ja: "実物に似たセッションをシードから作る",
  },
  outputFolderOption: { en: "The folder for the session files", ja: "セッションファイルを置くフォルダー" },
  daysOption: { en: "How many days of training, from day 1", ja: "訓練日の数（1 日目から）" },
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
