import type { Template } from "../format.ts";

/** `braidyn new` and `braidyn practice`: a team's first minutes. */
export const kitTexts = {
  newKitSummary: {
    en: "Make a starter kit: a folder to work in, from data to a submission",
    ja: "スターターキットを作る：データから提出までを行う作業フォルダー",
  },
  kitFolderArgument: {
    en: "The folder to make; nothing may be in it yet",
    ja: "作成するフォルダー（空であること）",
  },
  kitOption: { en: "Which kit", ja: "キットの種類" },
  kitPackagesOption: {
    en: "A folder of packed @braidyn packages (.tgz) that the kit installs; by default from where this command came from",
    ja: "キットがインストールする @braidyn パッケージ（.tgz）のフォルダー。既定はこのコマンドと同じ入手元",
  },
  kitMade: {
    en: "{folder} holds the {kit} kit for {challenge}. What to do next stands in {readme}",
    ja: "{folder} に {challenge} 用の {kit} キットを作りました。次の手順は {readme} にあります",
  },
  practiceSummary: {
    en: "Make a bundle of simulated mice to practise a challenge on, with its baselines' predictions",
    ja: "シミュレートしたマウスで、チャレンジの練習用バンドルを作る（ベースラインの予測つき）",
  },
  practiceMiceOption: {
    en: "How many mice; 25 are split as the real ones are",
    ja: "マウスの数。25 なら実際のマウスと同じ分け方になる",
  },
  practiceSimulates: {
    en: "1/3 Simulating {sessions} sessions of {mice} mice",
    ja: "1/3 {mice} 匹のマウスの {sessions} セッションをシミュレーション中",
  },
  practiceBuilds: { en: "2/3 Building {challenge} from them", ja: "2/3 それらから {challenge} を作成中" },
  practiceTrains: { en: "3/3 Training its baselines", ja: "3/3 ベースラインを訓練中" },
  practiceMade: {
    en: "{folder} holds the practice bundle: public/ is what teams get, private/ the test truth, baselines/ predictions to compare with. The mice are simulated: scores show how things work and say nothing about real mice.",
    ja: "{folder} に練習用バンドルを作りました。public/ はチームに配るもの、private/ はテストの正解、baselines/ は比較用の予測です。マウスはシミュレーションです。スコアは動作を示すもので、実際のマウスについては何も語りません。",
  },
} as const satisfies Record<string, Template>;
