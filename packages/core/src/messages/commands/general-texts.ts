import type { Template } from "../format.ts";

/** The command as a whole. */
export const generalTexts = {
  about: {
    en: "BraiDyn-BC sessions, tables, challenges and scores on the command line.",
    ja: "BraiDyn-BC のセッション、表、チャレンジ、採点をコマンドラインから。",
  },
  usageLine: { en: "Usage: $0 <command> [options]", ja: "使い方：$0 <コマンド> [オプション]" },
  usageWord: { en: "Usage", ja: "使い方" },
  epilogue: {
    en: "Exit codes: 0 done, 1 error, 2 wrong command line, 70 bug, 130 interrupted. With --json an error too is JSON on standard output: `error` with `code`, `message` and `hint`.",
    ja: "終了コード：0 正常、1 エラー、2 コマンドラインの誤り、70 不具合、130 中断。--json を付けると、エラーも JSON（`code`、`message`、`hint` を持つ `error`）として標準出力に出ます。",
  },
  jsonOption: { en: "Result as JSON, for programs", ja: "結果を JSON で出力（プログラム向け）" },
  langOption: {
    en: "Language; by default the system's (LC_ALL, LC_MESSAGES, LANG)",
    ja: "言語。既定はシステムの設定（LC_ALL、LC_MESSAGES、LANG）",
  },
  helpOption: { en: "Show help", ja: "ヘルプを表示" },
  versionOption: { en: "Show the version", ja: "バージョンを表示" },
  commandNeeded: { en: "a command is missing", ja: "コマンドが指定されていません" },
  repeated: { en: "--{option} is given twice", ja: "--{option} が二度指定されています" },
  bug: {
    en: "braidyn: something went wrong that should not have: this is a bug.",
    ja: "braidyn：想定外の問題が起きました。プログラムの不具合です。",
  },
  bugHint: {
    en: "Please report it with the lines above, the command line and the output of `braidyn doctor --json`.",
    ja: "上の表示とコマンドライン、`braidyn doctor --json` の出力を添えてご報告ください。",
  },
} as const satisfies Record<string, Template>;
