import type { ErrorText } from "./format.ts";

/** Errors of submitted models and code, before they run. */
export const entryErrors = {
  ENTRY_KIND: {
    message: {
      en: "{name} holds neither submission.yaml nor model.onnx nor predictions.csv (found: {found})",
      ja: "{name} に submission.yaml も model.onnx も predictions.csv もありません（見つかったもの：{found}）",
    },
    hint: {
      en: "Put submission.yaml at the top of the folder or archive; docs/submissions.md shows a whole entry.",
      ja: "フォルダーまたはアーカイブの最上位に submission.yaml を置いてください。全体の例は docs/ja/submissions.md にあります。",
    },
  },
  ENTRY_NEEDS_BUNDLE: {
    message: {
      en: "predictions are checked against the rows of a bundle, and none was named",
      ja: "予測の検査にはバンドルが必要ですが、指定されていません",
    },
    hint: { en: "Add `--bundle DIR`.", ja: "`--bundle フォルダー` を付けてください。" },
  },
  ENTRY_YAML: {
    message: {
      en: "{path}:{line}: this is not YAML that can be read: {reason}",
      ja: "{path}:{line}：YAML として読めません：{reason}",
    },
    hint: {
      en: "Look at that line and the one before it: indentation, a missing colon or quote, or a key given twice.",
      ja: "その行と前の行を確認してください。字下げ、コロンや引用符の抜け、同じキーの重複が主な原因です。",
    },
  },
  ENTRY_UNKNOWN_KEY: {
    message: {
      en: '{path}:{line}: "{key}" is not a key of a submission',
      ja: "{path}:{line}：「{key}」は submission.yaml のキーではありません",
    },
    hint: {
      en: 'Did you mean "{suggestion}"? The keys are: {known}.',
      ja: "「{suggestion}」ではありませんか。使えるキー：{known}。",
    },
  },
  ENTRY_MISSING: {
    message: { en: "{path}:{line}: {field} is missing", ja: "{path}:{line}：{field} がありません" },
    hint: { en: "Add {field}: {expected}.", ja: "{field} を書き加えてください（形式：{expected}）。" },
  },
  ENTRY_VALUE: {
    message: {
      en: "{path}:{line}: {field} is {found}",
      ja: "{path}:{line}：{field} の値が {found} になっています",
    },
    hint: { en: "{field} takes: {expected}.", ja: "{field} に書けるもの：{expected}。" },
  },
  ENTRY_PROGRAM: {
    message: {
      en: "{path}:{line}: {field} names {program}, which is not in the entry",
      ja: "{path}:{line}：{field} の {program} が提出物の中にありません",
    },
    hint: {
      en: 'Did you mean "{suggestion}"? Paths are relative to submission.yaml.',
      ja: "「{suggestion}」ではありませんか。パスは submission.yaml からの相対で書きます。",
    },
  },
  ENTRY_PROGRAM_KIND: {
    message: {
      en: "{path}:{line}: {field} is {program}, which {runtime} does not run",
      ja: "{path}:{line}：{field} の {program} は {runtime} では実行できません",
    },
    hint: {
      en: "runtime: node runs {node}; runtime: python runs {python}.",
      ja: "runtime: node は {node}、runtime: python は {python} を実行します。",
    },
  },
  ENTRY_TYPESCRIPT: {
    message: {
      en: "{path}:{line}: this TypeScript cannot be read: {reason}",
      ja: "{path}:{line}：TypeScript として読めません：{reason}",
    },
    hint: {
      en: "Mend that line; `npx tsc --noEmit` finds such mistakes too.",
      ja: "その行を直してください。`npx tsc --noEmit` でも確認できます。",
    },
  },
  ENTRY_TYPESCRIPT_CLASH: {
    message: {
      en: "{path} would be run as {compiled}, which is in the entry too",
      ja: "{path} は {compiled} として実行されますが、同名のファイルが提出物にあります",
    },
    hint: { en: "Leave one of the two out.", ja: "どちらか一方を外してください。" },
  },
  ENTRY_NAME: {
    message: {
      en: "the name {name} cannot be used: {reason}",
      ja: "{name} という名前は使えません：{reason}",
    },
    hint: {
      en: "Use letters, digits, - _ . and folders, at most {depth} deep; names that differ only in case are one.",
      ja: "英数字・- _ . とフォルダーを使い、階層は {depth} までにしてください。大文字と小文字だけが違う名前は同じとみなします。",
    },
  },
  ENTRY_LINK: {
    message: {
      en: "{name} is no regular file or folder ({found})",
      ja: "{name} は通常のファイルでもフォルダーでもありません（{found}）",
    },
    hint: {
      en: "Put a copy of the file itself into the entry: links, pipes and devices are not taken.",
      ja: "ファイルそのもののコピーを入れてください。リンク、パイプ、デバイスは受け付けません。",
    },
  },
  ENTRY_FILES: {
    message: {
      en: "the entry has more than {limit} files",
      ja: "提出物のファイルが {limit} 個を超えています",
    },
    hint: {
      en: "Leave out what predict and fit do not need, such as node_modules and data.",
      ja: "node_modules やデータなど、predict と fit に不要なものを外してください。",
    },
  },
  ENTRY_TOO_LARGE: {
    message: {
      en: "the entry has {found} bytes; the limit is {limit}",
      ja: "提出物は {found} バイトです。上限は {limit} バイトです",
    },
    hint: {
      en: "Leave out data: fit and predict are given it. Store weights as float32.",
      ja: "データは fit と predict に渡されるので外してください。重みは float32 で保存すると小さくなります。",
    },
  },
} as const satisfies Record<string, ErrorText>;
