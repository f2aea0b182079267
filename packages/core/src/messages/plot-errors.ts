import type { ErrorText } from "./format.ts";

/** Errors of making and drawing plots. */
export const plotErrors = {
  PLOT_NO_SAMPLES: {
    message: { en: "there is no sample to draw", ja: "描くサンプルがありません" },
    hint: {
      en: "Choose a longer time range inside the recording; `braidyn inspect` shows where it begins and ends.",
      ja: "記録の中で、より長い時間の範囲を指定してください。開始と終了は `braidyn inspect` で確認できます。",
    },
  },
  PLOT_NO_WINDOWS: {
    message: {
      en: "no event has a whole window around it",
      ja: "前後を切り出せるイベントがありません",
    },
    hint: {
      en: "Choose another event or outcome, a longer time range, or shorter windows: an event too close to the recording's ends has none.",
      ja: "別のイベントや結果、より長い時間の範囲、より短い窓を指定してください。記録の端に近いイベントは切り出せません。",
    },
  },
  PLOT_NO_TRIALS: {
    message: { en: "there is no trial to draw", ja: "描く試行がありません" },
    hint: {
      en: "Choose another session, outcome or time range; `braidyn table trials` lists the trials of a session.",
      ja: "別のセッション、結果、時間の範囲を指定してください。試行の一覧は `braidyn table trials` で表示できます。",
    },
  },
  PLOT_NO_DAYS: {
    message: {
      en: "there is no trial whose day and outcome are known",
      ja: "日と結果の分かる試行がありません",
    },
    hint: {
      en: "Learning curves are drawn from task sessions whose names tell the day, as VG1GC-105_2024-02-02_task-day8.nwb does.",
      ja: "学習曲線には、VG1GC-105_2024-02-02_task-day8.nwb のように名前から日が分かる課題セッションが必要です。",
    },
  },
  PLOT_NO_MASKS: {
    message: { en: "no region has a pixel to draw", ja: "描く画素を持つ領域がありません" },
    hint: {
      en: "The session's region masks are empty; use a session whose `braidyn table masks` shows pixels.",
      ja: "領域マスクが空です。`braidyn table masks` で pixels が 0 でないセッションを使ってください。",
    },
  },
  PLOT_NO_POINTS: {
    message: { en: "no tracked point was seen in this time", ja: "この時間に追跡できた点がありません" },
    hint: {
      en: "Choose other points with --names, another camera with --view, or a longer time range.",
      ja: "--names で別の点、--view で別のカメラを選ぶか、時間の範囲を長くしてください。",
    },
  },
  PLOT_NO_SCORES: {
    message: { en: "there is no score to draw", ja: "描くスコアがありません" },
    hint: {
      en: "Give at least one entry that was scored.",
      ja: "採点された提出を一つ以上与えてください。",
    },
  },
  PLOT_OPTION: {
    message: {
      en: "{name} is {found}; {expected} was expected",
      ja: "{name} に {found} が指定されましたが、使えるのは {expected} です",
    },
    hint: { en: "Correct the option.", ja: "オプションを直してください。" },
  },
  PLOT_ENDING: {
    message: {
      en: "the name {path} does not tell what to draw: {known} are known",
      ja: "{path} という名前からは形式が分かりません。使えるのは {known} です",
    },
    hint: {
      en: "Give -o a name with one of these endings, `-o plot.svg` for example.",
      ja: "-o に、いずれかの拡張子を持つ名前を指定してください。例：`-o plot.svg`。",
    },
  },
  PLOT_ONE_SESSION: {
    message: {
      en: "`plot {kind}` draws one session; {found} were given",
      ja: "`plot {kind}` が描くのは一つのセッションですが、{found} 個が指定されました",
    },
    hint: {
      en: "Name one file. Sessions go together in peth, cortex-map and learning-curve.",
      ja: "ファイルを一つ指定してください。peth、cortex-map、learning-curve では複数をまとめられます。",
    },
  },
  PLOT_BUNDLE: {
    message: {
      en: "`plot {kind}` compares predictions with a bundle's truth, and none was named",
      ja: "`plot {kind}` は予測をバンドルの正解と比べますが、バンドルが指定されていません",
    },
    hint: {
      en: "Add --bundle DIR, the folder that `braidyn challenge build` made.",
      ja: "`braidyn challenge build` が作ったフォルダーを --bundle DIR で指定してください。",
    },
  },
  PLOT_PROGRESS_FILE: {
    message: {
      en: "{path} lists no submissions: {reason}",
      ja: "{path} から提出の一覧を読めません：{reason}",
    },
    hint: {
      en: "Give a .csv with the columns team, time (ISO 8601) and score, or a .json with an array of such objects.",
      ja: "team、time（ISO 8601）、score の列を持つ .csv か、同じ項目を持つオブジェクトの配列の .json を指定してください。",
    },
  },
  PLOT_REGION: {
    message: {
      en: "{path} has no region {found}; did you mean {closest}?",
      ja: "{path} に領域 {found} はありません。{closest} ではありませんか",
    },
    hint: { en: "There is: {available}.", ja: "あるもの：{available}。" },
  },
  PLOT_TRIAL: {
    message: {
      en: "{path} has no trial {found}; its trials are {first} to {last}",
      ja: "{path} に試行 {found} はありません。試行は {first} から {last} までです",
    },
    hint: {
      en: "Trials are counted from 0, as in `braidyn table trials`.",
      ja: "試行は `braidyn table trials` と同じく 0 から数えます。",
    },
  },
  PLOT_SHAPE: {
    message: {
      en: "{what} has {found} values; {expected} were expected",
      ja: "{what} の値は {found} 個です。期待した数は {expected} 個です",
    },
    hint: {
      en: "Give arrays of the same length, one value for each point.",
      ja: "点ごとに一つの値を持つ、同じ長さの配列を与えてください。",
    },
  },
  PLOT_PROBABILITY: {
    message: {
      en: "the score of row {index} is {found}, which is no probability",
      ja: "行 {index} のスコア {found} は確率ではありません",
    },
    hint: {
      en: "Calibration needs probabilities from 0 to 1. Turn scores into probabilities first, or plot a ROC curve, which only needs their order.",
      ja: "較正には 0 から 1 の確率が必要です。先に確率へ変換するか、順序だけを使う ROC 曲線（roc）を描いてください。",
    },
  },
  PLOT_SESSIONS: {
    message: {
      en: "{path} has other regions than the sessions before it",
      ja: "{path} の領域は、先に読んだセッションと異なります",
    },
    hint: {
      en: "Plot sessions with the same regions together, or choose common ones by name.",
      ja: "同じ領域を持つセッションをまとめて描くか、共通の領域を名前で選んでください。",
    },
  },
  PLOT_TOO_LARGE: {
    message: {
      en: "a picture of {width} x {height} pixels is too large; {limit} pixels are the limit",
      ja: "{width} x {height} 画素の画像は大きすぎます。上限は {limit} 画素です",
    },
    hint: {
      en: "Lower the scale, the width or the height, or write SVG, which has no pixels.",
      ja: "倍率、幅、高さを小さくするか、画素に依存しない SVG で書き出してください。",
    },
  },
  PLOT_FONT: {
    message: {
      en: "the font that plots are drawn with cannot be read: {path}",
      ja: "図に使うフォントを読めません：{path}",
    },
    hint: {
      en: "Install the packages again: npm ci.",
      ja: "パッケージをインストールし直してください：npm ci",
    },
  },
} as const satisfies Record<string, ErrorText>;
