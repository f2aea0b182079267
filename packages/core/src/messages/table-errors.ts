import type { ErrorText } from "./format.ts";

/** Errors of making, aligning and exporting tables. */
export const tableErrors = {
  TABLE_CLOCKS: {
    message: {
      en: "in {path}, {names} and {first} do not share a clock",
      ja: "{path} では {names} と {first} の時刻が一致しません",
    },
    hint: {
      en: "Rows of one table share their time. Make one table for each clock, with `names`.",
      ja: "一つの表の行は同じ時刻を共有します。`names` を指定し、時計ごとに別の表を作ってください。",
    },
  },
  TABLE_CONCAT: {
    message: { en: "there is no table to concatenate", ja: "連結する表がありません" },
    hint: {
      en: "Give at least one table; check that the list of sessions is not empty.",
      ja: "表を一つ以上与えてください。セッションの一覧が空でないか確認してください。",
    },
  },
  TABLE_SHAPE: {
    message: {
      en: "{what} has {found} values; {expected} were expected",
      ja: "{what} の値は {found} 個です。期待した数は {expected} 個です",
    },
    hint: {
      en: "Data stands row by row: the number of values is the product of the sizes (samples x columns, for example).",
      ja: "データは行ごとに並びます。値の数は各次元の大きさの積（例：サンプル数 x 列数）です。",
    },
  },
  TABLE_WINDOW: {
    message: {
      en: "[{from}, {to}) s holds no whole sample of [{first}, {last}) s at {rateHz} Hz",
      ja: "[{from}, {to}) 秒は、{rateHz} Hz の [{first}, {last}) 秒のサンプルを一つも含みません",
    },
    hint: {
      en: "Give seconds relative to the event, from < to, inside the windows: beforeSeconds and afterSeconds say how far these reach.",
      ja: "イベントを 0 とする秒で、from < to かつ切り出した範囲の内側を指定してください。範囲は beforeSeconds と afterSeconds で決まります。",
    },
  },
  TABLE_RATE: {
    message: {
      en: "{rateHz} Hz is not the rate of a clock of {clockHz} Hz",
      ja: "{rateHz} Hz は、{clockHz} Hz の時計のレートと一致しません",
    },
    hint: {
      en: "Leave rateHz out to use the clock's own; to resample, bin the windows afterwards.",
      ja: "rateHz を省くと時計自身のレートを使います。間引きたい場合は、切り出した後に bin を使ってください。",
    },
  },
  TABLE_FRAME: {
    message: {
      en: "event {index} is {value}, which is not a frame number",
      ja: "イベント {index} の値 {value} はフレーム番号ではありません",
    },
    hint: {
      en: "alignFrames takes whole frame numbers, as onsets returns them; for times in seconds use align.",
      ja: "alignFrames には onsets が返すような整数のフレーム番号を与えてください。秒の時刻には align を使ってください。",
    },
  },
  TABLE_BIN: {
    message: {
      en: "windows of {before} frames before and {after} after the event do not split into bins of {binFrames}",
      ja: "イベント前 {before}、後 {after} フレームの範囲は {binFrames} フレームずつに分けられません",
    },
    hint: {
      en: "Choose a whole number that divides both, so that no bin straddles the event.",
      ja: "ビンがイベントをまたがないよう、両方を割り切る整数を選んでください。",
    },
  },
  TABLE_OPTION: {
    message: {
      en: "{name} is {value}; {expected} was expected",
      ja: "{name} の値は {value} です。期待した値は {expected} です",
    },
    hint: { en: "Correct the option.", ja: "オプションを直してください。" },
  },
  TABLE_COLUMN_TYPE: {
    message: {
      en: "column {name} cannot be written as {format}: it holds {found}",
      ja: "列 {name} は {format} に書き出せません。含まれる値：{found}",
    },
    hint: {
      en: "A column holds one kind of value: numbers, strings, booleans or dates. Convert it, drop it, or write CSV or JSON.",
      ja: "一つの列の値は、数、文字列、真偽値、日付のいずれか一種類です。変換するか除くか、CSV か JSON で書き出してください。",
    },
  },
  TABLE_TOO_LONG: {
    message: {
      en: "a table of {rows} rows is too long for one {format} text",
      ja: "{rows} 行の表は一つの {format} テキストに収まりません",
    },
    hint: {
      en: "Write it piece by piece with csvChunks or jsonChunks, or as Parquet or Arrow.",
      ja: "csvChunks か jsonChunks で少しずつ書き出すか、Parquet か Arrow を使ってください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
