import type { Template } from "../format.ts";

/** `braidyn challenge leak`. */
export const challengeLeakTexts = {
  challengeLeakSummary: {
    en: "Look for ways around the task in a challenge's bundle; exit 1 where there are some",
    ja: "チャレンジのバンドルに抜け道がないか検査（見つかれば終了コード 1）",
  },
  leakBundleOption: {
    en: "The bundle's folder, both halves; without it one is built from --sessions for the time being",
    ja: "バンドルのフォルダー（両方の側）。省略時は --sessions から一時的に作成",
  },
  leakSessionsOption: {
    en: "Session files or a folder of them: to hold windows without an event against the events",
    ja: "セッションファイルまたはそのフォルダー。出来事のないはずの窓を実際の出来事と照合",
  },
  leakNone: { en: "{name}: no leak found", ja: "{name}：リークは見つかりませんでした" },
  leakFound: { en: "{name}: leaks: {count}", ja: "{name}：リーク {count} 件" },
  leakProbes: {
    en: "Shortcuts, trained on train rows and scored on held-out ones",
    ja: "近道：train の行で学習し、ホールドアウトの行で採点",
  },
  probe: { en: "Shortcut", ja: "近道" },
  probeExposed: { en: "In the bundle", ja: "配布物に含まれる" },
  probeVerdict: { en: "Above chance", ja: "偶然を上回る" },
  yes: { en: "yes", ja: "はい" },
  no: { en: "no", ja: "いいえ" },
  leakWarning: { en: "warning", ja: "警告" },
  leakNote: { en: "note", ja: "補足" },
} as const satisfies Record<string, Template>;
