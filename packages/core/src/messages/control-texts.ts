import type { Template } from "./format.ts";

/** What boards say of controls. */
export const controlTexts = {
  control: { en: "control: {name}", ja: "対照：{name}" },
  shuffled: { en: "shuffled labels", ja: "正解ラベルの入れ替え" },
  behaviour: { en: "behaviour only", ja: "行動のみ" },
  environment: { en: "environment only", ja: "環境のみ" },
  identity: { en: "mouse or day only", ja: "マウス・日のみ" },
  controlNote: {
    en: "Controls are no entries and have no rank: they show how far something goes that is no answer to the challenge.",
    ja: "対照は参加者ではなく、順位もありません。課題の答えにならないものがどこまで届くかを示します。",
  },
  controlWithout: { en: "{name} has no score: {reason}", ja: "{name}のスコアなし：{reason}" },
  controlOutside: {
    en: "{name}: the input holds none of it; from the sessions themselves it would score {score} {interval}",
    ja: "{name}：入力には含まれません。セッションの値を直接使えば {score} {interval}",
  },
  controlNoSensors: {
    en: "does not apply: not every session has the sensors for it",
    ja: "対象外：必要なセンサーがないセッションがあります",
  },
  controlIsTruth: {
    en: "does not apply: the day is what is asked for, and no test mouse is among the train mice",
    ja: "対象外：問われているのが日であり、テストのマウスは train に含まれません",
  },
} as const satisfies Record<string, Template>;
