import type { ErrorText } from "./format.ts";

/** Errors of building and reading bundles. */
export const bundleErrors = {
  BUNDLE_EXISTS: {
    message: { en: "{path} is there already", ja: "{path} はすでにあります" },
    hint: {
      en: "Choose another folder. An older bundle may be replaced (`--force`, in code `overwrite: true`); any other folder is left alone.",
      ja: "別のフォルダーを指定してください。古いバンドルなら `--force`（コードでは `overwrite: true`）で置き換えられますが、それ以外のフォルダーには触れません。",
    },
  },
  BUNDLE_EMPTY: {
    message: {
      en: "no session gave a row for {group}: {used} of {sessions} sessions are in the split and usable (left out: {reasons})",
      ja: "{group} に入る行が一つもありません：{sessions} セッションのうち、分割に含まれて使えるのは {used} です（対象外：{reasons}）",
    },
    hint: {
      en: "Check that the subjects of the split are among the sessions ({subjects}); for another cohort, give the split explicitly or by fractions.",
      ja: "分割に書かれた個体がセッション（{subjects}）に含まれるか確認してください。別の個体群なら、分割を明示するか割合で与えてください。",
    },
  },
  BUNDLE_SESSION_TWICE: {
    message: {
      en: "{session} was given twice: {first} and {second}",
      ja: "{session} が二度渡されました：{first} と {second}",
    },
    hint: { en: "Leave one of the two out.", ja: "どちらか一方を外してください。" },
  },
  BUNDLE_SECRET: {
    message: {
      en: "the secret of a bundle is 32 bytes; {found} were given",
      ja: "バンドルの秘密鍵は 32 バイトです。{found} バイトが渡されました",
    },
    hint: {
      en: "Give 64 hexadecimal digits, or leave the secret out to have a random one made.",
      ja: "16 進数 64 桁で与えるか、省略して自動生成させてください。",
    },
  },
  BUNDLE_NOT_FOUND: {
    message: { en: "{path} is not a bundle", ja: "{path} はバンドルではありません" },
    hint: {
      en: "Name the folder that holds public/manifest.json; `braidyn challenge build` makes one.",
      ja: "public/manifest.json を含むフォルダーを指定してください。`braidyn challenge build` で作れます。",
    },
  },
  BUNDLE_MANIFEST: {
    message: {
      en: "{file} is not the manifest of a bundle: {reason}",
      ja: "{file} はバンドルの manifest ではありません：{reason}",
    },
    hint: {
      en: "Build or fetch the bundle again; a newer bundle may need a newer version of this program.",
      ja: "バンドルを作り直すか取得し直してください。新しいバンドルには新しい版のプログラムが必要な場合があります。",
    },
  },
  BUNDLE_MISSING_FILE: {
    message: { en: "the bundle lacks {file}", ja: "バンドルに {file} がありません" },
    hint: {
      en: "Copy or fetch the whole folder again.",
      ja: "フォルダー全体をコピーまたは取得し直してください。",
    },
  },
  BUNDLE_CORRUPT: {
    message: {
      en: "{file} is not the file the manifest describes (SHA-256 {found}, expected {expected})",
      ja: "{file} は manifest に書かれたファイルと違います（SHA-256 {found}、期待値 {expected}）",
    },
    hint: {
      en: "It was changed or cut off after the bundle was built: fetch the bundle again.",
      ja: "バンドルの作成後に変更されたか、途中で切れています。取得し直してください。",
    },
  },
  BUNDLE_CONTENTS: {
    message: {
      en: "{file} does not hold what a bundle needs: {reason}",
      ja: "{file} の中身がバンドルの形式に合っていません：{reason}",
    },
    hint: { en: "Build the bundle again.", ja: "バンドルを作り直してください。" },
  },
  BUNDLE_MISMATCH: {
    message: {
      en: "the private half in {path} belongs to another bundle",
      ja: "{path} の private は別のバンドルのものです",
    },
    hint: {
      en: "Use the public and private folders of one and the same build.",
      ja: "同じ作成で得られた public と private を組み合わせてください。",
    },
  },
  BUNDLE_NO_TRUTH: {
    message: {
      en: "{path} holds no test truth: only the public half is here",
      ja: "{path} にはテストの正解がありません：public の側だけです",
    },
    hint: {
      en: "Score the validation rows, or ask the organizer to score the test rows.",
      ja: "validation の行で採点するか、テストの採点は主催者に依頼してください。",
    },
  },
  BUNDLE_NO_BOARD: {
    message: {
      en: "this bundle has no rows for the {board} board",
      ja: "このバンドルには {board} ボードの行がありません",
    },
    hint: {
      en: "Score another board, or build the bundle with sessions for this one.",
      ja: "別のボードで採点するか、このボード用のセッションを含めてバンドルを作り直してください。",
    },
  },
  BUNDLE_METRIC: {
    message: {
      en: 'the metric "{metric}" of this bundle is not known here',
      ja: "このバンドルの指標「{metric}」はこの版にはありません",
    },
    hint: {
      en: "Update this program. It knows: {known}.",
      ja: "プログラムを更新してください。使える指標：{known}。",
    },
  },
  BUNDLE_NPY: {
    message: {
      en: "{file} is not a usable .npy file: {reason}",
      ja: "{file} は使える .npy ではありません：{reason}",
    },
    hint: {
      en: "Write it with numpy.save as a C-ordered array of plain numbers.",
      ja: "C 順の数値配列として numpy.save で保存し直してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
