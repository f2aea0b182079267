import type { ErrorText } from "./format.ts";

/** Errors of building bundles over many sessions, and of checking what was promised of them. */
export const buildErrors = {
  BUNDLE_SESSION_FAILED: {
    message: { en: "{path} could not be used: {reason}", ja: "{path} を使えませんでした：{reason}" },
    hint: {
      en: 'Fetch the file again, or leave it out: `--skip-failed` (in code `failed: "skip"`) lists such sessions and goes on.',
      ja: 'ファイルを取得し直すか、外してください。`--skip-failed`（コードでは `failed: "skip"`）を付けると、そのようなセッションを一覧に残して続行します。',
    },
  },
  BUNDLE_SESSION_CHANGED: {
    message: {
      en: "{path} ({session}) was written to while it was read",
      ja: "{path}（{session}）が読み込み中に書き換えられました",
    },
    hint: {
      en: "Wait until it is complete, then build again.",
      ja: "書き込みが終わってから作り直してください。",
    },
  },
  BUNDLE_WRITE: {
    message: { en: "{path} could not be written: {reason}", ja: "{path} に書き込めませんでした：{reason}" },
    hint: {
      en: "ENOSPC, EDQUOT: make room; EACCES, EPERM, EROFS: choose a folder that you may write to. Then build again.",
      ja: "ENOSPC・EDQUOT なら空き容量を増やし、EACCES・EPERM・EROFS なら書き込めるフォルダーを指定して、作り直してください。",
    },
  },
  BUNDLE_COMMITMENT: {
    message: {
      en: "the private half is not the one that was committed to (found {found}, committed {expected})",
      ja: "private は公開されたコミットメントのものと違います（実際 {found}、公開値 {expected}）",
    },
    hint: {
      en: "Compare with the number that was published before the event. Sessions, split, seed and secret must be those of then.",
      ja: "開催前に公開された値と比べてください。セッション・分割・シード・秘密鍵は当時と同じでなければなりません。",
    },
  },
  BUNDLE_NO_COMMITMENT: {
    message: {
      en: "there is no published commitment to compare with",
      ja: "比較すべき公開済みのコミットメントがありません",
    },
    hint: {
      en: "Give `--commitment` with the 64 digits that were published, or the challenge whose split.commitment holds them.",
      ja: "公開された 64 桁を `--commitment` で与えるか、split.commitment にそれを持つチャレンジを `--challenge` で指定してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
