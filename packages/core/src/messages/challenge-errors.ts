import type { ErrorText } from "./format.ts";

/** Errors of defining challenges and splits. */
export const challengeErrors = {
  CHALLENGE_UNKNOWN: {
    message: { en: "there is no challenge {name}", ja: "チャレンジ {name} はありません" },
    hint: {
      en: "Name one of the catalogue ({known}) or a folder with a challenge.yaml.",
      ja: "カタログのもの（{known}）か、challenge.yaml のあるフォルダーを指定してください。",
    },
  },
  CHALLENGE_CODE: {
    message: { en: "{path} cannot be used: {reason}", ja: "{path} を使えません：{reason}" },
    hint: {
      en: "challenge.ts exports `examples`; a baseline exports `level` (floor, simple or strong) and `predict`. Copy those of lever-pull.",
      ja: "challenge.ts は `examples` を、ベースラインは `level`（floor、simple、strong のいずれか）と `predict` を export します。lever-pull のものを手本にしてください。",
    },
  },
  CHALLENGE_YAML: {
    message: {
      en: "{path}:{line}: this is not YAML that can be read: {reason}",
      ja: "{path}:{line}：YAML として読めません：{reason}",
    },
    hint: {
      en: "Look at that line and the one before it: indentation, a missing colon or quote, or a key given twice.",
      ja: "その行と前の行を確認してください。字下げ、コロンや引用符の抜け、同じキーの重複が主な原因です。",
    },
  },
  CHALLENGE_UNKNOWN_KEY: {
    message: {
      en: '{path}:{line}: "{key}" is not a key of {where}',
      ja: "{path}:{line}：「{key}」は {where} のキーではありません",
    },
    hint: {
      en: 'Did you mean "{suggestion}"? The keys here are: {known}.',
      ja: "「{suggestion}」ではありませんか。ここで使えるキー：{known}。",
    },
  },
  CHALLENGE_MISSING: {
    message: { en: "{path}:{line}: {field} is missing", ja: "{path}:{line}：{field} がありません" },
    hint: { en: "Add {field}: {expected}.", ja: "{field} を書き加えてください（形式：{expected}）。" },
  },
  CHALLENGE_VALUE: {
    message: {
      en: "{path}:{line}: {field} is {found}",
      ja: "{path}:{line}：{field} の値が {found} になっています",
    },
    hint: { en: "{field} takes: {expected}.", ja: "{field} に書けるもの：{expected}。" },
  },
  CHALLENGE_RANGE: {
    message: {
      en: "{path}:{line}: {field} ends at {to}, before it starts at {from}",
      ja: "{path}:{line}：{field} の終わり {to} が始まり {from} より前になっています",
    },
    hint: { en: "Put the earlier one first.", ja: "先に来る値を始まりに書いてください。" },
  },
  CHALLENGE_METRIC: {
    message: {
      en: '{path}:{line}: there is no metric "{metric}"',
      ja: "{path}:{line}：「{metric}」という指標はありません",
    },
    hint: {
      en: 'Did you mean "{suggestion}"? The metrics are: {known}.',
      ja: "「{suggestion}」ではありませんか。使える指標：{known}。",
    },
  },
  CHALLENGE_METRIC_REPEATED: {
    message: {
      en: '{path}:{line}: the metric "{metric}" is named twice',
      ja: "{path}:{line}：指標「{metric}」が二度書かれています",
    },
    hint: {
      en: "Name each metric once: either as metrics.primary or in metrics.secondary.",
      ja: "各指標は metrics.primary か metrics.secondary のどちらかに一度だけ書いてください。",
    },
  },
  CHALLENGE_METRIC_REFERENCE: {
    message: {
      en: '{path}:{line}: "{metric}" compares with a reference prediction, and the truth column "{column}" declares none',
      ja: "{path}:{line}：「{metric}」は基準となる予測との差を測りますが、正解の列「{column}」に基準がありません",
    },
    hint: {
      en: "Say what the reference is in truth.{column}.reference, in en and ja, and return it from examples().",
      ja: "truth.{column}.reference に基準の説明を en と ja で書き、examples() から値を返してください。",
    },
  },
  CHALLENGE_RESERVED: {
    message: {
      en: '{path}:{line}: a truth column cannot be called "{column}"',
      ja: "{path}:{line}：正解の列に「{column}」という名前は使えません",
    },
    hint: {
      en: "Choose another name: the bundle's tables use {reserved} themselves.",
      ja: "別の名前にしてください。{reserved} はバンドルの表がすでに使っています。",
    },
  },
  CHALLENGE_SPLIT_MEMBER: {
    message: {
      en: "{path}:{line}: {member} cannot be in {field}, because split.unit is {unit}",
      ja: "{path}:{line}：split.unit が {unit} なので、{field} に {member} は書けません",
    },
    hint: { en: "Write it as {expected}.", ja: "{expected} の形で書いてください。" },
  },
  CHALLENGE_SPLIT_OVERLAP: {
    message: {
      en: "{path}:{line}: {member} is in split.{first} and in split.{second}",
      ja: "{path}:{line}：{member} が split.{first} と split.{second} の両方に入っています",
    },
    hint: {
      en: "Keep it in one of them: what is trained on must not be tested on.",
      ja: "どちらか一方だけに入れてください。学習に使ったものでテストしてはいけません。",
    },
  },
  CHALLENGE_SPLIT_EMPTY: {
    message: { en: "{path}:{line}: split.{group} is empty", ja: "{path}:{line}：split.{group} が空です" },
    hint: {
      en: "Put at least one {unit} into split.{group}: nothing can be learnt or scored without it.",
      ja: "split.{group} に {unit} を一つ以上入れてください。これがないと学習も採点もできません。",
    },
  },
  CHALLENGE_EXAMPLES: {
    message: {
      en: "examples() of the challenge {challenge} gave something wrong for {session}: {reason}",
      ja: "チャレンジ {challenge} の examples() が {session} に対して正しくない結果を返しました：{reason}",
    },
    hint: {
      en: "Correct challenge.ts: input is count x inputShape, every truth column and time have count values.",
      ja: "challenge.ts を直してください。input は count x inputShape 個、正解の各列と time は count 個の値を持ちます。",
    },
  },
  CHALLENGE_BASELINE: {
    message: {
      en: 'the challenge {challenge} has no baseline "{name}"',
      ja: "チャレンジ {challenge} に「{name}」というベースラインはありません",
    },
    hint: { en: "There is: {known}.", ja: "あるもの：{known}。" },
  },
  CHALLENGE_BASELINE_RESULT: {
    message: {
      en: 'the baseline "{name}" predicted {found} values for {column}; {expected} were expected, all finite',
      ja: "ベースライン「{name}」が {column} に返した値は {found} 個です。有限の値が {expected} 個必要です",
    },
    hint: {
      en: "A baseline returns one finite number a row for every truth column.",
      ja: "ベースラインは、正解の列ごとに、すべての行に有限の数を一つずつ返してください。",
    },
  },
  CROSSVALIDATION_TOO_FEW: {
    message: {
      en: "nothing can be held out ({scheme}): {sessions} sessions of {subjects} mice have rows",
      ja: "検証用に取り分けられるものがありません（{scheme}）：行のあるセッションは {sessions}、マウスは {subjects} 匹です",
    },
    hint: {
      en: "Give sessions of at least two mice, or at least two sessions of a mouse.",
      ja: "二匹以上のマウスのセッションか、一匹のマウスの二つ以上のセッションを指定してください。",
    },
  },
  SPLIT_TOO_FEW: {
    message: {
      en: "{found} subjects cannot be split into train, validation, public and private",
      ja: "{found} 匹では train、validation、public、private に分けられません",
    },
    hint: {
      en: "Give sessions of at least {needed} subjects, or name the groups yourself.",
      ja: "{needed} 匹以上のセッションを用意するか、グループを自分で指定してください。",
    },
  },
  SPLIT_FRACTIONS: {
    message: {
      en: "the fractions {fractions} do not make a split",
      ja: "割合 {fractions} では分割できません",
    },
    hint: {
      en: "Give train, validation, public and private a number above 0 each; they need not add up to 1.",
      ja: "train、validation、public、private にそれぞれ 0 より大きい数を与えてください。合計が 1 である必要はありません。",
    },
  },
  SPLIT_OVERLAP: {
    message: {
      en: "{member} is in {first} and in {second}",
      ja: "{member} が {first} と {second} の両方に入っています",
    },
    hint: {
      en: "Keep it in one of them: what is trained on must not be tested on.",
      ja: "どちらか一方だけに入れてください。学習に使ったものでテストしてはいけません。",
    },
  },
  SPLIT_MEMBER: {
    message: {
      en: "{member} cannot be in {group}, because the split is by {unit}",
      ja: "{unit} ごとの分割なので、{group} に {member} は入れられません",
    },
    hint: { en: "Write it as {expected}.", ja: "{expected} の形で書いてください。" },
  },
} as const satisfies Record<string, ErrorText>;
