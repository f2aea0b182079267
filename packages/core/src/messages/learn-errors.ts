import type { ErrorText } from "./format.ts";

/** Errors of the guided challenges. What is wrong with a learner's program is no error but an explanation. */
export const learnErrors = {
  LEARN_LESSON: {
    message: { en: "{path} is no lesson: {reason}", ja: "{path} はレッスンとして正しくありません：{reason}" },
    hint: {
      en: "Compare it with the lesson.yaml of another lesson.",
      ja: "ほかのレッスンの lesson.yaml と見比べてください。",
    },
  },
  LEARN_UNKNOWN: {
    message: { en: "there is no lesson {found}", ja: "レッスン {found} はありません" },
    hint: {
      en: "Lessons go from 1 to {last}; `braidyn learn` lists them.",
      ja: "レッスンは 1 から {last} までです。`braidyn learn` で一覧できます。",
    },
  },
  LEARN_ACTION: {
    message: {
      en: "`braidyn learn {found}` means nothing",
      ja: "`braidyn learn {found}` という使い方はありません",
    },
    hint: {
      en: "It takes a lesson's number, or one of: {known}.",
      ja: "レッスンの番号か、次のどれかを指定してください：{known}。",
    },
  },
  LEARN_NOT_STARTED: {
    message: {
      en: "lesson {number} has not been started: there is no {path}",
      ja: "レッスン {number} はまだ始めていません（{path} がありません）",
    },
    hint: { en: "Start it: `braidyn learn {number}`.", ja: "`braidyn learn {number}` で始めてください。" },
  },
  LEARN_NONE_STARTED: {
    message: { en: "no lesson has been started in {path}", ja: "{path} で始めたレッスンはまだありません" },
    hint: {
      en: "Start the first one: `braidyn learn next`. Lessons that are elsewhere: `--folder`.",
      ja: "`braidyn learn next` で最初のレッスンを始めてください。別の場所にある場合は `--folder` で指定します。",
    },
  },
  LEARN_PROGRESS: {
    message: { en: "{path} cannot be read: {reason}", ja: "{path} を読めません：{reason}" },
    hint: {
      en: "It keeps your progress. Mend it, or delete it: your exercises stay, and `braidyn learn check 1` and so on brings the ticks back.",
      ja: "進み具合を記録しているファイルです。直すか、削除してください。演習のファイルは残り、`braidyn learn check 1` などで合格の印は元に戻ります。",
    },
  },
  LEARN_FOLDER: {
    message: {
      en: "{path} holds other things than lessons",
      ja: "{path} にはレッスン以外のものが入っています",
    },
    hint: {
      en: "Choose an empty or new folder: `--folder`.",
      ja: "空のフォルダーか新しいフォルダーを `--folder` で指定してください。",
    },
  },
  LEARN_SHOW: {
    message: {
      en: "the solution of lesson {number} is hidden",
      ja: "レッスン {number} の解答は隠してあります",
    },
    hint: {
      en: "You have seen {seen} of {all} hints (`braidyn learn hint {number}`). To see it all the same: `braidyn learn solution {number} --show`.",
      ja: "ヒントは {all} 個中 {seen} 個を見ました（`braidyn learn hint {number}`）。それでも見るには `braidyn learn solution {number} --show` を実行してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
