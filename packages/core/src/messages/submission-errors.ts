import type { ErrorText } from "./errors.ts";

/** Errors of predictions and of scoring them. */
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
      en: "{missing} of the {expected} {split} rows have no prediction (first missing: {id})",
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

  // Metrics
  METRIC_LENGTH: {
    message: {
      en: "the truth has {truth} values, the prediction {prediction}",
      ja: "正解は {truth} 個、予測は {prediction} 個です",
    },
    hint: { en: "Give one prediction for each truth value.", ja: "正解一つにつき予測を一つ与えてください。" },
  },
  METRIC_EMPTY: {
    message: { en: "there are no rows to score", ja: "採点する行がありません" },
    hint: {
      en: "Check the selection: at least one row must remain.",
      ja: "行の選び方を確認してください。少なくとも一行が必要です。",
    },
  },
  METRIC_NOT_FINITE: {
    message: {
      en: "the prediction at index {index} is {value}",
      ja: "{index} 番目（0 から数えて）の予測が {value} です",
    },
    hint: {
      en: "Predictions are finite numbers; fill the gaps of your model before scoring.",
      ja: "予測は有限の数に限ります。モデルの欠損は採点の前に埋めてください。",
    },
  },
  METRIC_TRUTH_NOT_FINITE: {
    message: {
      en: "the truth at index {index} is {value}",
      ja: "{index} 番目（0 から数えて）の正解が {value} です",
    },
    hint: {
      en: "Leave rows without a truth out before scoring.",
      ja: "正解のない行は採点の前に除いてください。",
    },
  },
  METRIC_WEIGHTS: {
    message: {
      en: "{weights} weights for {rows} rows cannot be used (smallest {smallest}, sum {sum})",
      ja: "{rows} 行に対する {weights} 個の重みは使えません（最小 {smallest}、合計 {sum}）",
    },
    hint: {
      en: "Give each row one finite weight of at least 0, and not only zeros.",
      ja: "各行に 0 以上の有限の重みを一つずつ与えてください。すべて 0 にはできません。",
    },
  },
  METRIC_NOT_BINARY: {
    message: {
      en: "the truth at index {index} is {value}, not 0 or 1",
      ja: "{index} 番目（0 から数えて）の正解が {value} で、0 でも 1 でもありません",
    },
    hint: {
      en: "Code the two classes as 0 and 1, or choose a metric for classes or numbers.",
      ja: "二つのクラスを 0 と 1 で表すか、多クラスまたは数値用の指標を選んでください。",
    },
  },
  METRIC_NOT_CLASS: {
    message: {
      en: "the value at index {index} is {value}, which is no class number",
      ja: "{index} 番目（0 から数えて）の値 {value} はクラス番号ではありません",
    },
    hint: {
      en: "This metric compares classes (whole numbers from 0): turn probabilities into classes first.",
      ja: "この指標はクラス（0 からの整数）を比べます。確率は先にクラスに直してください。",
    },
  },
  METRIC_SINGLE_CLASS: {
    message: {
      en: "the truth holds only class {label}",
      ja: "正解にクラス {label} しか含まれていません",
    },
    hint: {
      en: "This metric needs two classes; such a session is skipped, and listed as skipped.",
      ja: "この指標には二つのクラスが必要です。該当するセッションは採点から外し、その旨を一覧に示します。",
    },
  },
  METRIC_CLASS_ABSENT: {
    message: { en: "the truth holds no row of class {label}", ja: "正解にクラス {label} の行がありません" },
    hint: {
      en: "This metric needs every class; such a session is skipped, and listed as skipped.",
      ja: "この指標には全クラスが必要です。該当するセッションは採点から外し、その旨を一覧に示します。",
    },
  },
  METRIC_CONSTANT_TRUTH: {
    message: {
      en: "the truth is {value} in all {rows} rows",
      ja: "{rows} 行すべてで正解が {value} です",
    },
    hint: {
      en: "This metric needs a truth that varies; such a session is skipped, and listed as skipped.",
      ja: "この指標には変化のある正解が必要です。該当するセッションは採点から外し、その旨を一覧に示します。",
    },
  },
  METRIC_TOO_FEW: {
    message: {
      en: "there are too few rows: {rows}, at least {needed} are needed",
      ja: "行が足りません：{rows} 行（{needed} 行以上必要）",
    },
    hint: {
      en: "Such a session is skipped, and listed as skipped.",
      ja: "該当するセッションは採点から外し、その旨を一覧に示します。",
    },
  },
  METRIC_PROBABILITY_RANGE: {
    message: {
      en: "the probability at index {index} is {value}",
      ja: "{index} 番目（0 から数えて）の確率が {value} です",
    },
    hint: {
      en: "Probabilities lie between 0 and 1; pass a decision value through a sigmoid or softmax.",
      ja: "確率は 0 から 1 です。判別値はシグモイドまたはソフトマックスに通してください。",
    },
  },
  METRIC_PROBABILITY_SUM: {
    message: {
      en: "the probabilities of the row at index {index} sum to {sum}",
      ja: "{index} 番目（0 から数えて）の行の確率の合計が {sum} です",
    },
    hint: {
      en: "Divide each row's probabilities by their sum.",
      ja: "各行の確率をその合計で割ってください。",
    },
  },
  METRIC_OVERFLOW: {
    message: {
      en: "{metric} of these predictions is no finite number",
      ja: "この予測の {metric} は有限の数になりません",
    },
    hint: {
      en: "Predictions far larger than the truth overflow when they are squared: check their unit.",
      ja: "正解より桁違いに大きい予測は二乗すると桁あふれします。単位を確認してください。",
    },
  },
  METRIC_NO_SESSIONS: {
    message: { en: "there are no sessions to score", ja: "採点するセッションがありません" },
    hint: {
      en: "Check the split and the selection of sessions.",
      ja: "分割とセッションの選び方を確認してください。",
    },
  },
  METRIC_SESSION_TWICE: {
    message: {
      en: "the session {session} of {subject} was scored twice",
      ja: "{subject} のセッション {session} が二回採点されています",
    },
    hint: { en: "Give one score a session.", ja: "スコアはセッションごとに一つにしてください。" },
  },
  METRIC_SESSION_NOT_FINITE: {
    message: {
      en: "the score of the session {session} of {subject} is {value}",
      ja: "{subject} のセッション {session} のスコアが {value} です",
    },
    hint: {
      en: "Skip sessions that cannot be scored, and list them.",
      ja: "採点できないセッションは外し、その旨を示してください。",
    },
  },
  METRIC_SESSIONS_DIFFER: {
    message: {
      en: "two entries were not scored on the same sessions: {session} of {subject} is in one only",
      ja: "二つの提出の採点対象が異なります：{subject} のセッション {session} が片方にしかありません",
    },
    hint: {
      en: "Score both with the same bundle and board, then compare.",
      ja: "同じバンドルと同じボードで両方を採点してから比べてください。",
    },
  },
  METRIC_SKIPPED: {
    message: {
      en: "{skipped} of {sessions} sessions cannot be scored, more than {limit} % (the first: {session} of {subject}, {code})",
      ja: "{sessions} セッションのうち {skipped} は採点できず、上限の {limit} % を超えます（最初のもの：{subject} の {session}、{code}）",
    },
    hint: {
      en: "Choose a metric that is defined on these sessions, or score longer ones.",
      ja: "これらのセッションで計算できる指標を選ぶか、より長いセッションを使ってください。",
    },
  },
  MODEL_SHAPE: {
    message: {
      en: "{values} values are no table of {rows} rows and {columns} columns",
      ja: "{values} 個の値は {rows} 行 {columns} 列の表になりません",
    },
    hint: {
      en: "Give the features row by row, with at least one row and as many columns as in training.",
      ja: "特徴量は行ごとに並べ、一行以上、学習時と同じ列数にしてください。",
    },
  },
  MODEL_TARGETS: {
    message: {
      en: "there are {targets} targets for {rows} rows",
      ja: "{rows} 行に対して目標値が {targets} 個あります",
    },
    hint: { en: "Give one target a row.", ja: "目標値は一行に一つ与えてください。" },
  },
  MODEL_NOT_FINITE: {
    message: {
      en: "the feature in row {row}, column {column} (from 0) is {value}",
      ja: "{row} 行 {column} 列（0 から数えて）の特徴量が {value} です",
    },
    hint: {
      en: "Fill gaps (for example keypoints that were not seen) or leave such rows out.",
      ja: "欠損（検出されなかったキーポイントなど）を埋めるか、その行を除いてください。",
    },
  },
  MODEL_LAMBDA: {
    message: {
      en: "the penalty lambda = {lambda} cannot be used",
      ja: "罰則 lambda = {lambda} は使えません",
    },
    hint: {
      en: "Choose a finite number above 0, such as 1; correlated features want more.",
      ja: "1 など、0 より大きい有限の数にしてください。特徴量どうしの相関が強いほど大きくします。",
    },
  },
} as const satisfies Record<string, ErrorText>;
