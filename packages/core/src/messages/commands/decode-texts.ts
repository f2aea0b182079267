import type { Template } from "../format.ts";

/** `braidyn decode`. */
export const decodeTexts = {
  decodeSummary: {
    en: "Cross-validate a challenge's baselines over sessions: other mice, own mice, shuffled truth",
    ja: "チャレンジのベースラインをセッション間で交差検証する（ほかのマウス、同じマウス、シャッフルした正解）",
  },
  decodeBaselineOption: {
    en: "Only these baselines; by default all",
    ja: "使うベースライン。既定は全部",
  },
  decodeTraining: { en: "Training", ja: "学習中" },
  decodeTitle: {
    en: "Decoding of {challenge} ({metric}): {subjects} mice, {sessions} sessions, {rows} rows",
    ja: "{challenge} のデコーディング（{metric}）：マウス {subjects} 匹、セッション {sessions}、{rows} 行",
  },
  decodeBaseline: { en: "Baseline", ja: "ベースライン" },
  decodeAcross: { en: "Other mice", ja: "ほかのマウス" },
  decodeWithin: { en: "Own mouse", ja: "同じマウス" },
  decodeGap: { en: "Own - other", ja: "差（同じ − ほか）" },
  decodeShuffled: { en: "Shuffled", ja: "シャッフル" },
  decodeNote: {
    en: "Other mice: each mouse from a model of all others. Own mouse: each session from a model of its mouse's other sessions. Shuffled: other mice, learned from shuffled truth. Scores are averaged over sessions, then mice.",
    ja: "ほかのマウス：各マウスを、残り全部のマウスで学習したモデルで予測。同じマウス：各セッションを、そのマウスの残りのセッションで学習したモデルで予測。シャッフル：正解を並べ替えて学習し、ほかのマウスを予測。スコアはセッション、マウスの順に平均しています。",
  },
} as const satisfies Record<string, Template>;
