import type { Template } from "../format.ts";

/** `braidyn baseline`, `validate`, `score` and `board`. */
export const scoreTexts = {
  baselineSummary: {
    en: "Train a baseline on a bundle and write its predictions",
    ja: "バンドルでベースラインを学習し、予測を書き出す",
  },
  baselineArgument: {
    en: "The baseline: see `challenge list`",
    ja: "ベースライン名（`challenge list` を参照）",
  },
  predictionsOption: { en: "The predictions file to write (.csv)", ja: "書き出す予測ファイル（.csv）" },
  baselineWritten: {
    en: "{path}: {rows} predictions ({splits})",
    ja: "{path}：予測 {rows} 行（{splits}）",
  },
  validateSummary: { en: "Say whether a submission would be accepted", ja: "提出物が受理されるか調べる" },
  accepted: {
    en: "It would be accepted: {rows} rows ({splits}), columns: {columns}.",
    ja: "受理されます：{rows} 行（{splits}）、列：{columns}。",
  },
  scoreSummary: {
    en: "Score a submission: the report with 95 % intervals, by mouse and by session",
    ja: "提出物を採点：95 % 区間付きの報告（マウスごと、セッションごと）",
  },
  reportOption: { en: "Write the report as JSON too", ja: "報告を JSON ファイルにも書き出す" },
  reportWritten: { en: "The report is in {path}.", ja: "報告を {path} に書き出しました。" },
  boardSummary: { en: "Rank several submissions", ja: "複数の提出物の順位表を表示" },
  entriesArgument: {
    en: "Predictions as NAME=FILE, files, or folders of files",
    ja: "予測：名前=ファイル、ファイル、またはファイルを含むフォルダー",
  },
} as const satisfies Record<string, Template>;
