import type { Template } from "../format.ts";

/** `braidyn table`. */
export const tableTexts = {
  tableSummary: {
    en: "Write a tidy table of one or more sessions",
    ja: "一つ以上のセッションから整った表を書き出す",
  },
  kindArgument: { en: "What of", ja: "表にするもの" },
  formatOption: {
    en: "By default that of -o's ending, else csv",
    ja: "形式。既定は -o の拡張子、なければ csv",
  },
  outputOption: { en: "The file to write; by default standard output", ja: "出力ファイル。既定は標準出力" },
  rawOption: {
    en: "The raw clock (sensors 5 kHz, keypoints and pupil 100 Hz) instead of 30 Hz",
    ja: "30 Hz ではなく元の時計（センサー 5 kHz、キーポイントと瞳孔 100 Hz）を使う",
  },
  viewOption: { en: "Keypoints of one camera; by default all", ja: "一つのカメラのキーポイント。既定は全部" },
  timeOption: {
    en: "Only FROM <= time < TO, seconds on the session's clock",
    ja: "FROM <= 時刻 < TO の部分だけ（セッションの時計での秒）",
  },
  namesOption: {
    en: "Only these sensors, keypoints or regions, between commas",
    ja: "指定したセンサー、キーポイント、領域だけ（コンマ区切り）",
  },
  signalOption: {
    en: "dF/F corrected for blood (dFF, the default), of blue or of violet light",
    ja: "dF/F の種類：血流補正済み（dFF、既定）、青色光、紫色光",
  },
  longOption: {
    en: "A row for every time and region or keypoint instead of columns",
    ja: "領域やキーポイントを列に並べず、時刻との組ごとに一行にする",
  },
  tableWritten: {
    en: "{path}: {rows} rows, {columns} columns",
    ja: "{path}：{rows} 行、{columns} 列",
  },
} as const satisfies Record<string, Template>;
