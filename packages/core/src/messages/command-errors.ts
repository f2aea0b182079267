import type { ErrorText } from "./format.ts";

/** Errors of using the command line. */
export const commandErrors = {
  COMMAND_USAGE: {
    message: {
      en: "this command line is not understood: {reason}",
      ja: "コマンドラインを解釈できません：{reason}",
    },
    hint: {
      en: "`{help}` shows how it is written.",
      ja: "書き方は `{help}` で確認できます。",
    },
  },
  COMMAND_OPTION: {
    message: {
      en: "{option} is {found}; {expected} was expected",
      ja: "{option} に {found} が指定されましたが、使えるのは {expected} です",
    },
    hint: {
      en: "Add --help to the command to see its options.",
      ja: "コマンドに --help を付けるとオプションの一覧が表示されます。",
    },
  },
  COMMAND_OPTION_UNUSED: {
    message: {
      en: "{option} means nothing to `{what}`",
      ja: "`{what}` では {option} は使えません",
    },
    hint: {
      en: "Leave it out. What it takes: {known}.",
      ja: "取り除いてください。使えるオプション：{known}。",
    },
  },
  COMMAND_FORMAT: {
    message: {
      en: "the name {path} does not tell the format",
      ja: "{path} という名前からは形式が分かりません",
    },
    hint: {
      en: "Use one of the endings {known}, or --format.",
      ja: "拡張子を {known} のいずれかにするか、--format で指定してください。",
    },
  },
  COMMAND_ENTRY: {
    message: { en: 'two entries are called "{name}"', ja: "「{name}」という名前の提出が二つあります" },
    hint: {
      en: "Give them other names: `braidyn board ours=a/predictions.csv theirs=b/predictions.csv`.",
      ja: "別の名前を付けてください：`braidyn board ours=a/predictions.csv theirs=b/predictions.csv`。",
    },
  },
  COMMAND_NOT_FOUND: {
    message: { en: "there is no file or folder {path}", ja: "{path} というファイルやフォルダーはありません" },
    hint: {
      en: "Check the path. To have sessions to try with: `braidyn simulate -o sessions`.",
      ja: "パスを確認してください。試すためのセッションは `braidyn simulate -o sessions` で作れます。",
    },
  },
  COMMAND_NO_SESSIONS: {
    message: { en: "{path} holds no .nwb file", ja: "{path} に .nwb ファイルがありません" },
    hint: {
      en: "Name a folder that holds sessions, at any depth. To make some: `braidyn simulate -o sessions`.",
      ja: "セッションを含むフォルダーを指定してください（深さは問いません）。`braidyn simulate -o sessions` で作ることもできます。",
    },
  },
  COMMAND_NO_PREDICTIONS: {
    message: {
      en: "{path} holds no .csv or .parquet file",
      ja: "{path} に .csv も .parquet もありません",
    },
    hint: {
      en: "Name a predictions file or a folder of them; `braidyn baseline` writes one.",
      ja: "予測ファイルか、それを含むフォルダーを指定してください。`braidyn baseline` で作れます。",
    },
  },
  COMMAND_NONE_READABLE: {
    message: {
      en: "none of {files} files could be read (the first: {path}, {code})",
      ja: "{files} 個のファイルはどれも読めませんでした（最初のもの：{path}、{code}）",
    },
    hint: {
      en: "`braidyn inspect FILE` says what is wrong with one.",
      ja: "`braidyn inspect FILE` で、個々のファイルの問題を確認できます。",
    },
  },
  COMMAND_DANDI: {
    message: {
      en: "{source} is not on this machine; this command reads local files only",
      ja: "{source} はこのコンピューター上にありません。このコマンドはローカルのファイルだけを読めます",
    },
    hint: {
      en: "Fetch what is needed of it first: `braidyn fetch CHALLENGE -o DIR`, or `braidyn fetch {source} -o DIR`.",
      ja: "先に必要な部分を取得してください：`braidyn fetch チャレンジ -o DIR`、または `braidyn fetch {source} -o DIR`。",
    },
  },
  COMMAND_FILE_EXISTS: {
    message: { en: "{path} is there already", ja: "{path} はすでにあります" },
    hint: {
      en: "Choose another name, or replace it with --force.",
      ja: "別の名前にするか、--force で置き換えてください。",
    },
  },
  COMMAND_FOLDER_EXISTS: {
    message: { en: "the folder {path} is not empty", ja: "フォルダー {path} は空ではありません" },
    hint: { en: "Choose a new or an empty one.", ja: "新しいフォルダーか空のフォルダーを指定してください。" },
  },
  COMMAND_NOT_FILE: {
    message: {
      en: "{path} is no ordinary file and will not be replaced",
      ja: "{path} は通常のファイルではないため、置き換えません",
    },
    hint: {
      en: "Name a file; without -o the result goes to standard output.",
      ja: "ファイルを指定してください。-o を省くと標準出力に書き出します。",
    },
  },
  COMMAND_SYSTEM: {
    message: {
      en: "the system does not allow it: {path}: {reason}",
      ja: "システムに拒まれました：{path}：{reason}",
    },
    hint: {
      en: "Check that the folder exists, that you may read and write there, and that the disk is not full. No unfinished file was left behind.",
      ja: "フォルダーが存在すること、読み書きの権限、ディスクの空き容量を確認してください。書きかけのファイルは残していません。",
    },
  },
  COMMAND_SPLIT_FILE: {
    message: { en: "{path} is not a split: {reason}", ja: "{path} は分割の定義ではありません：{reason}" },
    hint: {
      en: "Write what a challenge.yaml has under `split`: unit (subject, session or day), train, validation, public, private; or use --split auto.",
      ja: "challenge.yaml の `split` と同じ内容（unit：subject、session、day のいずれか、train、validation、public、private）を書くか、--split auto を使ってください。",
    },
  },
  COMMAND_SECRET: {
    message: {
      en: "--secret is neither 64 hexadecimal digits nor a file that holds them",
      ja: "--secret は 16 進数 64 桁でも、それを含むファイルでもありません",
    },
    hint: {
      en: "Make one with `openssl rand -hex 32 > secret.txt`, or leave it out to have a random one made.",
      ja: "`openssl rand -hex 32 > secret.txt` で作るか、省略して自動生成させてください。",
    },
  },
  COMMAND_BUNDLE_CHALLENGE: {
    message: {
      en: "{path} is a bundle of {found}, not of {wanted}",
      ja: "{path} は {wanted} ではなく {found} のバンドルです",
    },
    hint: {
      en: "Name the challenge that the bundle was built for, or another bundle.",
      ja: "バンドルの元のチャレンジを指定するか、別のバンドルを使ってください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
