import type { ErrorText } from "./format.ts";

/** Errors of predictions. */
export const submissionErrors = {
  SUBMISSION_EMPTY: {
    message: { en: "the submission holds no predictions", ja: "提出物に予測が入っていません" },
    hint: {
      en: "Write a header (row_id and the prediction columns) and one line for every row.",
      ja: "見出し行（row_id と予測の列）と、行ごとに一行ずつの予測を書いてください。",
    },
  },
  SUBMISSION_UTF16: {
    message: { en: "the submission is UTF-16 text", ja: "提出物が UTF-16 です" },
    hint: {
      en: "Save it as UTF-8 (in Excel: CSV UTF-8).",
      ja: "UTF-8 で保存してください（Excel では「CSV UTF-8」）。",
    },
  },
  SUBMISSION_NUL: {
    message: {
      en: "row {row}: the file holds a NUL byte",
      ja: "{row} 行目：NUL バイトが含まれています",
    },
    hint: {
      en: "This is no text file, or it was cut off while it was written: write it again.",
      ja: "テキストファイルでないか、書き込み中に壊れています。書き出し直してください。",
    },
  },
  SUBMISSION_UTF8: {
    message: { en: "row {row}: this is not UTF-8 text", ja: "{row} 行目：UTF-8 として読めません" },
    hint: { en: "Save the file as UTF-8.", ja: "UTF-8 で保存してください。" },
  },
  SUBMISSION_FIELD_TOO_LONG: {
    message: {
      en: "row {row}: a field is longer than {limit} bytes",
      ja: "{row} 行目：{limit} バイトを超える欄があります",
    },
    hint: {
      en: "A field is a row id or one number; check for missing line ends or an unclosed quote.",
      ja: "一つの欄には行 ID か数が一つだけ入ります。改行の抜けや閉じていない引用符を確認してください。",
    },
  },
  SUBMISSION_QUOTE: {
    message: { en: "row {row}: a quote is out of place", ja: "{row} 行目：引用符の位置が正しくありません" },
    hint: {
      en: 'Quote whole fields only, "like this", and double a quote within: "".',
      ja: '引用符は欄全体を "このように" 囲み、中の引用符は "" と重ねてください。',
    },
  },
  SUBMISSION_FIELDS: {
    message: {
      en: "row {row}: {found} fields were found, {expected} expected",
      ja: "{row} 行目：欄が {found} 個あります。必要なのは {expected} 個です",
    },
    hint: {
      en: "Separate the fields by commas and write as many as the header has.",
      ja: "欄をコンマで区切り、見出し行と同じ数だけ書いてください。",
    },
  },
  SUBMISSION_COLUMN_MISSING: {
    message: { en: 'the column "{column}" is missing', ja: "列「{column}」がありません" },
    hint: { en: "The columns are: {expected}.", ja: "必要な列：{expected}。" },
  },
  SUBMISSION_COLUMN_EXTRA: {
    message: { en: 'there is an extra column "{column}"', ja: "余分な列「{column}」があります" },
    hint: {
      en: "Leave it out. The columns are: {expected}.",
      ja: "取り除いてください。必要な列：{expected}。",
    },
  },
  SUBMISSION_COLUMN_TWICE: {
    message: { en: 'the column "{column}" is there twice', ja: "列「{column}」が二つあります" },
    hint: { en: "Keep one of them.", ja: "一つだけ残してください。" },
  },
  SUBMISSION_COLUMN_TYPE: {
    message: {
      en: 'the column "{column}" holds {found}; {expected} was expected',
      ja: "列「{column}」の型は {found} です。必要なのは {expected} です",
    },
    hint: {
      en: "Write row_id as strings and predictions as plain numbers.",
      ja: "row_id は文字列、予測は数として書いてください。",
    },
  },
  SUBMISSION_ROW_UNKNOWN: {
    message: {
      en: 'row {row}: "{id}" is no row of this bundle',
      ja: "{row} 行目：「{id}」はこのバンドルの行ではありません",
    },
    hint: {
      en: "Copy row_id from rows.parquet of the validation or test split of the same bundle.",
      ja: "同じバンドルの validation または test の rows.parquet から row_id を写してください。",
    },
  },
  SUBMISSION_ROW_TWICE: {
    message: { en: 'row {row}: "{id}" was predicted already', ja: "{row} 行目：「{id}」の予測は二度目です" },
    hint: { en: "Predict every row once.", ja: "各行の予測は一度だけにしてください。" },
  },
  SUBMISSION_ROWS_MISSING: {
    message: {
      en: "{missing} of the {expected} {split} rows have no prediction (the first missing: {id})",
      ja: "{split} の {expected} 行のうち {missing} 行に予測がありません（最初のもの：{id}）",
    },
    hint: {
      en: "Predict all rows of a split, or none of it; their order does not matter.",
      ja: "一つの split の全行を予測するか、まったく含めないでください。行の順序は自由です。",
    },
  },
  SUBMISSION_VALUE_BLANK: {
    message: { en: 'row {row}: "{column}" is blank', ja: "{row} 行目：「{column}」が空です" },
    hint: { en: "Predict a number for every row.", ja: "すべての行に数を予測してください。" },
  },
  SUBMISSION_VALUE_NAN: {
    message: { en: 'row {row}: "{column}" is not a number (NaN)', ja: "{row} 行目：「{column}」が NaN です" },
    hint: {
      en: "Predict a finite number for every row; fill the gaps of your model before you write.",
      ja: "すべての行に有限の数を予測してください。モデルの欠損は書き出す前に埋めてください。",
    },
  },
  SUBMISSION_VALUE_INFINITE: {
    message: { en: 'row {row}: "{column}" is infinite', ja: "{row} 行目：「{column}」が無限大です" },
    hint: {
      en: "Predict a finite number: the largest is about 1.8e308.",
      ja: "有限の数を予測してください（最大は約 1.8e308）。",
    },
  },
  SUBMISSION_VALUE_HEX: {
    message: {
      en: 'row {row}: "{column}" is "{found}", which is not decimal',
      ja: "{row} 行目：「{column}」が「{found}」で、10 進数ではありません",
    },
    hint: {
      en: "Write decimal numbers, such as 16 or 0.5.",
      ja: "16 や 0.5 のように 10 進数で書いてください。",
    },
  },
  SUBMISSION_VALUE_FORMULA: {
    message: {
      en: 'row {row}: "{column}" is the formula "{found}"',
      ja: "{row} 行目：「{column}」が数式「{found}」です",
    },
    hint: { en: "Write the number itself.", ja: "数式ではなく、数そのものを書いてください。" },
  },
  SUBMISSION_VALUE_TEXT: {
    message: {
      en: 'row {row}: "{column}" is "{found}", not a number',
      ja: "{row} 行目：「{column}」が「{found}」で、数ではありません",
    },
    hint: {
      en: "Write a decimal number with a point, such as 0.5 or 1e-3, without thousands separators.",
      ja: "0.5 や 1e-3 のように、小数点はピリオドで、桁区切りなしで書いてください。",
    },
  },
  SUBMISSION_PARQUET: {
    message: {
      en: "the submission cannot be read as Parquet: {reason}",
      ja: "提出物を Parquet として読めません：{reason}",
    },
    hint: {
      en: "Write it with pandas.DataFrame.to_parquet or braidyn, compressed with Snappy or not at all; or submit CSV.",
      ja: "pandas.DataFrame.to_parquet または braidyn で、Snappy 圧縮か無圧縮で書き出すか、CSV で提出してください。",
    },
  },
  SUBMISSION_PARQUET_CODEC: {
    message: {
      en: "the Parquet file is compressed with {codec}",
      ja: "Parquet ファイルが {codec} で圧縮されています",
    },
    hint: {
      en: 'Write it with compression="snappy" or without compression (polars: write_parquet(..., compression="snappy")).',
      ja: 'compression="snappy" または無圧縮で書き出してください（polars では write_parquet(..., compression="snappy")）。',
    },
  },
  SUBMISSION_COMPRESSED: {
    message: {
      en: "the submission is a compressed or packed file ({format})",
      ja: "提出物が圧縮またはパックされたファイルです（{format}）",
    },
    hint: {
      en: "Submit the plain .csv or .parquet file itself; a spreadsheet must be saved as CSV UTF-8.",
      ja: "中身の .csv または .parquet をそのまま提出してください。表計算ソフトのファイルは「CSV UTF-8」で保存してください。",
    },
  },
  SUBMISSION_SYMLINK: {
    message: { en: "{path} is a symbolic link", ja: "{path} はシンボリックリンクです" },
    hint: { en: "Name the file itself.", ja: "リンクではなく、ファイルそのものを指定してください。" },
  },
  SUBMISSION_HARD_LINK: {
    message: {
      en: "{path} is one of {links} names of one file (hard links)",
      ja: "{path} は同じファイルを指す {links} 個の名前（ハードリンク）の一つです",
    },
    hint: { en: "Copy it, and name the copy.", ja: "コピーを作り、そのコピーを指定してください。" },
  },
  SUBMISSION_DIRECTORY: {
    message: { en: "{path} is a folder", ja: "{path} はフォルダーです" },
    hint: {
      en: "Name the predictions file (.csv or .parquet) in it.",
      ja: "中の予測ファイル（.csv または .parquet）を指定してください。",
    },
  },
  SUBMISSION_FIFO: {
    message: { en: "{path} is a pipe (FIFO)", ja: "{path} はパイプ（FIFO）です" },
    hint: {
      en: "Write the predictions to a file first.",
      ja: "予測をいったんファイルに書き出してください。",
    },
  },
  SUBMISSION_DEVICE: {
    message: { en: "{path} is a device or a socket", ja: "{path} はデバイスまたはソケットです" },
    hint: {
      en: "Name a predictions file (.csv or .parquet).",
      ja: "予測ファイル（.csv または .parquet）を指定してください。",
    },
  },
  SUBMISSION_CHANGED: {
    message: { en: "{path} changed while it was read", ja: "{path} が読み取り中に変わりました" },
    hint: {
      en: "Wait until it is written completely, and try again.",
      ja: "書き込みが終わるのを待ってから、もう一度実行してください。",
    },
  },
  SUBMISSION_TOO_MANY_ROWS: {
    message: {
      en: "the submission holds {found} rows; this bundle has {expected}",
      ja: "提出物は {found} 行ですが、このバンドルは {expected} 行です",
    },
    hint: { en: "Predict every row once.", ja: "各行の予測は一度だけにしてください。" },
  },
  SUBMISSION_FILE: {
    message: { en: "{path} cannot be read: {reason}", ja: "{path} を読めません：{reason}" },
    hint: {
      en: "Name a predictions file (.csv or .parquet) that you may read.",
      ja: "読み取り権限のある予測ファイル（.csv または .parquet）を指定してください。",
    },
  },
  SUBMISSION_TOO_LARGE: {
    message: {
      en: "the submission has {found} bytes; the limit is {limit}",
      ja: "提出物は {found} バイトです。上限は {limit} バイトです",
    },
    hint: {
      en: "Write fewer digits, or submit Parquet.",
      ja: "桁数を減らすか、Parquet で提出してください。",
    },
  },
  SUBMISSION_BOARD: {
    message: {
      en: "the submission has no predictions for the {board} board",
      ja: "提出物に {board} ボードの予測がありません",
    },
    hint: {
      en: "Predict all {split} rows, or score another board.",
      ja: "{split} の全行を予測するか、別のボードで採点してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
