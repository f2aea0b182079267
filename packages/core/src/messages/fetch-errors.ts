import type { ErrorText } from "./format.ts";

/** Errors of fetching parts of sessions into a folder. */
export const fetchErrors = {
  FETCH_STREAM: {
    message: {
      en: '"{stream}" is nothing that a session has',
      ja: "「{stream}」というデータはセッションにありません",
    },
    hint: {
      en: "What can be taken: {known}.",
      ja: "指定できるもの：{known}。",
    },
  },
  FETCH_LOCKED: {
    message: {
      en: "another fetch is writing into {folder} (process {pid} on {host})",
      ja: "別の fetch が {folder} に書き込んでいます（{host} のプロセス {pid}）",
    },
    hint: {
      en: "Wait for it or end it, or choose another folder. If it no longer runs on that machine, delete {file}.",
      ja: "終わるのを待つか、終了させるか、別のフォルダーを指定してください。そのコンピューターでもう動いていない場合は {file} を削除してください。",
    },
  },
  FETCH_SPACE: {
    message: {
      en: "{folder} has room for {free} more bytes; {needed} are needed",
      ja: "{folder} の空き容量は {free} バイトですが、{needed} バイトが必要です",
    },
    hint: {
      en: "Free some space, choose another disk with -o, or take fewer sessions or streams; --dry-run tells what they need.",
      ja: "空き容量を増やすか、-o で別のディスクを指定するか、セッションやデータの種類を減らしてください。必要な量は --dry-run で分かります。",
    },
  },
  FETCH_EXISTS: {
    message: {
      en: "{path} is there already and was not fetched into this folder",
      ja: "{path} はすでにありますが、このフォルダーに fetch したものではありません",
    },
    hint: {
      en: "Move it away, choose another folder, or replace it with --force.",
      ja: "移動するか、別のフォルダーを指定するか、--force で置き換えてください。",
    },
  },
  FETCH_NAME: {
    message: {
      en: "{source} cannot be kept as a file called {path}",
      ja: "{source} を {path} という名前のファイルとして保存できません",
    },
    hint: {
      en: "Two sources of one name, or a name that leads out of the folder: fetch them into different folders.",
      ja: "同じ名前の取得元が二つあるか、フォルダーの外を指す名前です。別々のフォルダーに取得してください。",
    },
  },
  FETCH_DIGEST: {
    message: {
      en: "the {what} of {path} is {found}; the archive says {expected}",
      ja: "{path} の {what} は {found} ですが、アーカイブの記録では {expected} です",
    },
    hint: {
      en: "What came does not match and was thrown away. Fetch again; a proxy that changes files, or a file that was just replaced, looks like this.",
      ja: "取得した内容が一致しないため破棄しました。もう一度取得してください。ファイルを書き換えるプロキシや、直前のファイルの差し替えが原因のことがあります。",
    },
  },
  FETCH_MANIFEST: {
    message: {
      en: "{path} is not what a fetch wrote: {reason}",
      ja: "{path} は fetch が書いたものではありません：{reason}",
    },
    hint: {
      en: "Delete it to have the sessions of the folder fetched anew, or choose another folder.",
      ja: "削除してフォルダーのセッションを取得し直すか、別のフォルダーを指定してください。",
    },
  },
  FETCH_NOTHING: {
    message: {
      en: "none of the {found} sessions of {source} is asked for",
      ja: "{source} の {found} 個のセッションに、条件に合うものがありません",
    },
    hint: {
      en: "`braidyn sessions {source}` lists them. Loosen --subject, --day or --type.",
      ja: "`braidyn sessions {source}` で一覧できます。--subject、--day、--type の条件を緩めてください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
