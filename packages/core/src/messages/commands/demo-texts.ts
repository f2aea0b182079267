import type { Template } from "../format.ts";

/** `braidyn demo`. */
export const demoTexts = {
  demoSummary: {
    en: "See the whole way on simulated sessions: build a challenge, train its baselines, show the board",
    ja: "シミュレーションで全体の流れを試す：チャレンジを作り、ベースラインを学習し、ボードを表示",
  },
  demoOutputOption: {
    en: "Where to keep everything; by default a temporary folder",
    ja: "すべてを保存するフォルダー。既定は一時フォルダー",
  },
  demoMinutesOption: { en: "Length of a session, minutes", ja: "セッションの長さ（分）" },
  demoSimulates: {
    en: "1/3 Simulating sessions of {mice} mice",
    ja: "1/3 {mice} 匹のマウスのセッションをシミュレーション中",
  },
  demoBuilds: {
    en: "2/3 Building the lever-pull challenge from them, split by mouse",
    ja: "2/3 それらから lever-pull チャレンジを作成中（マウスごとに分割）",
  },
  demoTrains: {
    en: "3/3 Training three baselines and scoring their predictions on mice they have not seen",
    ja: "3/3 三つのベースラインを学習し、未知のマウスでの予測を採点中",
  },
  demoSimulated: {
    en: "These data are simulated: the scores show how the kit works, they say nothing about mice.",
    ja: "これはシミュレーションのデータです。スコアはキットの動作を示すもので、実際のマウスについては何も語りません。",
  },
  demoSessions: { en: "Sessions", ja: "セッション" },
  demoBundle: { en: "Bundle", ja: "バンドル" },
  demoPredictions: { en: "Predictions", ja: "予測" },
  demoNext: { en: "What to try next:", ja: "次に試せること：" },
  demoTook: {
    en: "Done in {seconds} s. {folder} takes {size}: delete it when you have seen enough.",
    ja: "{seconds} 秒で完了しました。{folder} は {size} あります。見終わったら削除してください。",
  },
} as const satisfies Record<string, Template>;
