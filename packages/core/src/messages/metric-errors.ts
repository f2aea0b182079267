import type { ErrorText } from "./format.ts";

/** Errors of metrics, statistics and models. */
export const metricErrors = {
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
  METRIC_NO_REFERENCE: {
    message: {
      en: "{metric} compares with a reference prediction, and there is none",
      ja: "{metric} は基準となる予測との差を測る指標ですが、基準の予測がありません",
    },
    hint: {
      en: "Declare truth.<column>.reference in challenge.yaml, return `reference` from examples(), and build the bundle again.",
      ja: "challenge.yaml に truth.<列>.reference を書き、examples() から `reference` を返して、バンドルを作り直してください。",
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
