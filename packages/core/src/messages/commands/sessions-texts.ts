import type { Template } from "../format.ts";

/** `braidyn sessions`. */
export const sessionsTexts = {
  sessionsSummary: { en: "List sessions in files and folders", ja: "ファイルやフォルダーのセッションを一覧" },
  subjectOption: { en: "Only this mouse: 51 or VG1-GC#51", ja: "このマウスだけ：51 または VG1-GC#51" },
  dayOption: { en: "Only this day of training", ja: "この訓練日だけ" },
  reading: { en: "Reading", ja: "読み込み中" },
  sessionCount: {
    en: "Sessions: {sessions}, subjects: {subjects}",
    ja: "セッション数：{sessions}、個体数：{subjects}",
  },
} as const satisfies Record<string, Template>;
