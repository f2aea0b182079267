import type { ErrorText } from "./format.ts";

/** What goes wrong where a leaderboard is started, and where one is called from the command line. */
export const leaderboardHostErrors = {
  LEADERBOARD_FOLDER_IN_USE: {
    message: {
      en: "another server works in {path} (process {pid} on {host})",
      ja: "{path} は別のサーバーが使用中です（{host} のプロセス {pid}）",
    },
    hint: {
      en: "Stop it first, or give this one another folder. Several servers can share one PostgreSQL: DATABASE_URL.",
      ja: "先に停止するか、別のフォルダーを指定してください。複数のサーバーで共有するには DATABASE_URL で PostgreSQL を指定します。",
    },
  },
  LEADERBOARD_FOLDER: {
    message: {
      en: "{path} cannot hold the leaderboard: {reason}",
      ja: "{path} に順位表のデータを置けません：{reason}",
    },
    hint: {
      en: "Name an empty folder, or one that `braidyn serve` made.",
      ja: "空のフォルダーか、`braidyn serve` が作ったフォルダーを指定してください。",
    },
  },
  LEADERBOARD_FOLDER_CLOSED: {
    message: {
      en: "the database's user {user} cannot reach {path}: {parent} is closed to others",
      ja: "データベースのユーザー {user} が {path} に到達できません：{parent} が他のユーザーに閉じています",
    },
    hint: {
      en: "PostgreSQL does not run as root. Put the folder elsewhere (/srv, /var/lib), start the server as an ordinary user, or give it a database with DATABASE_URL.",
      ja: "PostgreSQL は root では動きません。フォルダーを /srv や /var/lib に置くか、一般ユーザーで起動するか、DATABASE_URL でデータベースを指定してください。",
    },
  },
  LEADERBOARD_DATABASE_BINARIES: {
    message: {
      en: "there is no PostgreSQL for {platform} here",
      ja: "{platform} 用の PostgreSQL がありません",
    },
    hint: {
      en: "Install again with optional dependencies (`npm install --include=optional`), or set DATABASE_URL to a PostgreSQL of your own.",
      ja: "オプションの依存関係を含めて入れ直す（`npm install --include=optional`）か、DATABASE_URL で PostgreSQL を指定してください。",
    },
  },
  LEADERBOARD_DATABASE_START: {
    message: { en: "PostgreSQL did not start: {reason}", ja: "PostgreSQL を起動できませんでした：{reason}" },
    hint: { en: "{log} has what it said.", ja: "詳細は {log} にあります。" },
  },
  LEADERBOARD_DATABASE: {
    message: { en: "the database cannot be used: {reason}", ja: "データベースを使えません：{reason}" },
    hint: {
      en: "Check DATABASE_URL (postgres://user:password@host:5432/name) and that PostgreSQL 14 or later answers there.",
      ja: "DATABASE_URL（postgres://ユーザー:パスワード@ホスト:5432/名前）と、PostgreSQL 14 以降が応答することを確認してください。",
    },
  },
  LEADERBOARD_DATABASE_NEWER: {
    message: {
      en: "the database was made by a newer braidyn ({found})",
      ja: "データベースは新しい版の braidyn で作られています（{found}）",
    },
    hint: { en: "Update this installation.", ja: "こちらを更新してください。" },
  },
  LEADERBOARD_NO_DATABASE: {
    message: {
      en: "a worker needs the leaderboard's database",
      ja: "ワーカーには順位表のデータベースが必要です",
    },
    hint: {
      en: "Set DATABASE_URL, or name the folder of a server on this machine: `braidyn worker FOLDER`.",
      ja: "DATABASE_URL を設定するか、このコンピューターのサーバーのフォルダーを指定してください：`braidyn worker フォルダー`。",
    },
  },
  LEADERBOARD_BUNDLE_PRIVATE: {
    message: { en: "{path} has no private half", ja: "{path} に private の側がありません" },
    hint: {
      en: "The server needs what `braidyn challenge build` wrote: public/ and private/.",
      ja: "`braidyn challenge build` が書き出した public/ と private/ の両方が必要です。",
    },
  },
  LEADERBOARD_PORT: {
    message: {
      en: "port {port} of {host} cannot be used: {reason}",
      ja: "{host} のポート {port} を使えません：{reason}",
    },
    hint: { en: "Choose another with --port.", ja: "--port で別のポートを指定してください。" },
  },
  LEADERBOARD_SERVER: {
    message: { en: "{url} does not answer: {reason}", ja: "{url} が応答しません：{reason}" },
    hint: {
      en: "Check the address and the network. `braidyn submit` goes on where it was when it is started again.",
      ja: "アドレスとネットワークを確認してください。`braidyn submit` は再度実行すると途中から再開します。",
    },
  },
  LEADERBOARD_SERVER_OTHER: {
    message: {
      en: "{url} does not answer as a leaderboard does (status {status})",
      ja: "{url} は順位表のサーバーではないようです（ステータス {status}）",
    },
    hint: {
      en: "Give the address of the page where the board is: https://board.example.org.",
      ja: "順位表のページのアドレスを指定してください：https://board.example.org。",
    },
  },
  LEADERBOARD_CHALLENGE: {
    message: {
      en: "the server has these challenges: {known}",
      ja: "サーバーには次のチャレンジがあります：{known}",
    },
    hint: { en: "Say which: --challenge ID.", ja: "--challenge ID でどれかを指定してください。" },
  },
  LEADERBOARD_EXPORT: {
    message: {
      en: "{path} is no export of a leaderboard: {reason}",
      ja: "{path} は順位表の書き出しではありません：{reason}",
    },
    hint: {
      en: "Get it from the server: /api/challenges/ID/export.",
      ja: "サーバーの /api/challenges/ID/export から取得してください。",
    },
  },
  LEADERBOARD_REPLAY: {
    message: {
      en: "the boards do not follow from the export: {count} differences, the first: {first}",
      ja: "書き出しから順位表を再現できません：相違 {count} 件、最初のもの：{first}",
    },
    hint: {
      en: "Either the export was changed, or this version computes otherwise: try the one that it names.",
      ja: "書き出しが改変されたか、版によって計算が異なります。記載された版で試してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
