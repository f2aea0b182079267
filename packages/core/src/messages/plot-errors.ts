import type { ErrorText } from "./format.ts";

/** Errors of making and drawing plots. */
export const plotErrors = {
  PLOT_EMPTY: {
    message: { en: "there is nothing to draw: {what}", ja: "描くものがありません：{what}" },
    hint: {
      en: "Choose other data: a longer time range, another event or outcome, or another session.",
      ja: "時間の範囲を広げる、別のイベントや結果を選ぶ、別のセッションを使うなど、対象のデータを変えてください。",
    },
  },
  PLOT_OPTION: {
    message: {
      en: "{name} is {found}; {expected} was expected",
      ja: "{name} に {found} が指定されましたが、使えるのは {expected} です",
    },
    hint: { en: "Correct the option.", ja: "オプションを直してください。" },
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
