import type { Template } from "../format.ts";

/** `braidyn challenge new`, `schema`, `check --simulate`. */
export const challengeAuthorTexts = {
  challengeNewSummary: {
    en: "Make a new challenge from one of the catalogue",
    ja: "カタログのチャレンジをもとに新しいチャレンジを作る",
  },
  newIdArgument: { en: "Its name: a-z, 0-9 and hyphens", ja: "名前（a-z、0-9、ハイフン）" },
  newOutputOption: {
    en: "The folder to make; by default one of its name",
    ja: "作成するフォルダー。既定は名前と同じもの",
  },
  newFromOption: {
    en: "Which challenge to copy, by id or folder",
    ja: "もとにするチャレンジ（ID またはフォルダー）",
  },
  newMade: {
    en: "{folder} holds the challenge {id}. Edit challenge.yaml and challenge.ts, then: braidyn challenge check {folder} --simulate",
    ja: "{folder} にチャレンジ {id} を作りました。challenge.yaml と challenge.ts を編集したら、braidyn challenge check {folder} --simulate を実行してください",
  },
  challengeSchemaSummary: {
    en: "Print the JSON Schema of challenge.yaml, for editors",
    ja: "challenge.yaml の JSON Schema を出力（エディター用）",
  },
  simulateCheckOption: {
    en: "Run the challenge on a small simulated session as well",
    ja: "小さなシミュレーション・セッションでも実行する",
  },
  challengeFineRows: {
    en: "{name}: nothing wrong; rows from a simulated session: {rows}",
    ja: "{name}：問題なし。シミュレーション・セッションから得た行数：{rows}",
  },
  splitSizes: { en: "Train/validation/public/private", ja: "訓練/検証/公開/非公開" },
} as const satisfies Record<string, Template>;
