import type { ErrorText } from "./format.ts";

const packAgain = {
  en: "Pack the folder again: `zip -r entry.zip .` inside it, or the system's own compress command.",
  ja: "フォルダーの中で `zip -r entry.zip .` を実行するか、OS の圧縮機能で作り直してください。",
};

/** Errors of `.zip` files that hold an entry. */
export const archiveErrors = {
  ARCHIVE_DAMAGED: {
    message: {
      en: "the archive is damaged or no zip file: {reason}",
      ja: "アーカイブが壊れているか、zip ではありません：{reason}",
    },
    hint: packAgain,
  },
  ARCHIVE_ENCRYPTED: {
    message: { en: "{name} is encrypted in the archive", ja: "アーカイブの {name} が暗号化されています" },
    hint: { en: "Pack it without a password.", ja: "パスワードなしで圧縮してください。" },
  },
  ARCHIVE_METHOD: {
    message: {
      en: "{name} is compressed by method {method}",
      ja: "{name} の圧縮方式 {method} には対応していません",
    },
    hint: {
      en: "Pack it with the usual method (deflate), or without compression.",
      ja: "通常の方式（deflate）か無圧縮で作り直してください。",
    },
  },
  ARCHIVE_PATH: {
    message: {
      en: "{name} would be unpacked outside of its folder",
      ja: "{name} はフォルダーの外に展開されてしまいます",
    },
    hint: packAgain,
  },
  ARCHIVE_DUPLICATE: {
    message: { en: "{name} is in the archive twice", ja: "アーカイブに {name} が二つあります" },
    hint: {
      en: "Keep one; names that differ only in case are one.",
      ja: "一つだけ残してください。大文字と小文字だけが違う名前も同じとみなします。",
    },
  },
  ARCHIVE_SIZE: {
    message: {
      en: "{name} does not have the size that the archive says: {reason}",
      ja: "{name} の大きさがアーカイブの記載と違います：{reason}",
    },
    hint: packAgain,
  },
  ARCHIVE_BOMB: {
    message: {
      en: "{name} would unpack to {ratio} times its size",
      ja: "{name} は展開すると {ratio} 倍の大きさになります",
    },
    hint: {
      en: "At most {limit} times is taken. Store such a file in a more compact format.",
      ja: "上限は {limit} 倍です。より小さな形式で保存してください。",
    },
  },
  ARCHIVE_OVERLAP: {
    message: {
      en: "{name} shares its bytes with another file of the archive",
      ja: "{name} がアーカイブ内の別のファイルとデータを共有しています",
    },
    hint: packAgain,
  },
} as const satisfies Record<string, ErrorText>;
