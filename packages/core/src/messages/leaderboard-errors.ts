import type { ErrorText } from "./format.ts";

/** What the leaderboard's server answers. */
export const leaderboardErrors = {
  LEADERBOARD_REQUEST: {
    message: { en: "the request is not understood: {reason}", ja: "リクエストを解釈できません：{reason}" },
    hint: {
      en: "/api/openapi.json describes every request.",
      ja: "リクエストの形式は /api/openapi.json にあります。",
    },
  },
  LEADERBOARD_TOKEN_MISSING: {
    message: { en: "this needs a token", ja: "トークンが必要です" },
    hint: {
      en: "Log in on the web page, or send `Authorization: Bearer TOKEN`; `braidyn submit` takes it from BRAIDYN_TOKEN or --token-file.",
      ja: "Web ページでログインするか、`Authorization: Bearer トークン` を送ってください。`braidyn submit` では BRAIDYN_TOKEN か --token-file で指定します。",
    },
  },
  LEADERBOARD_TOKEN: {
    message: { en: "this token is not known here", ja: "このサーバーが発行したトークンではありません" },
    hint: {
      en: "Copy it whole, without spaces. If it is lost, an organizer makes you another.",
      ja: "空白を含めず全体をコピーしてください。紛失した場合は主催者に再発行を頼んでください。",
    },
  },
  LEADERBOARD_TOKEN_EXPIRED: {
    message: { en: "this token expired on {when}", ja: "このトークンは {when} に失効しました" },
    hint: { en: "An organizer makes you another.", ja: "主催者に再発行を頼んでください。" },
  },
  LEADERBOARD_TOKEN_REVOKED: {
    message: { en: "this token was revoked", ja: "このトークンは取り消されています" },
    hint: { en: "An organizer makes you another.", ja: "主催者に再発行を頼んでください。" },
  },
  LEADERBOARD_FORBIDDEN: {
    message: { en: "this is for organizers", ja: "主催者だけが行える操作です" },
    hint: {
      en: "Use an organizer's token. A team sees its own submissions and what the boards show.",
      ja: "主催者のトークンを使ってください。チームが見られるのは自分の提出物と順位表の内容です。",
    },
  },
  LEADERBOARD_TEAM_ONLY: {
    message: { en: "this is for teams", ja: "チームだけが行える操作です" },
    hint: {
      en: "Use a team's token: an organizer takes no part. Baselines have a route of their own.",
      ja: "チームのトークンを使ってください。主催者は参加者になりません。ベースラインの登録は別の経路で行います。",
    },
  },
  LEADERBOARD_ORIGIN: {
    message: {
      en: "the request comes from another page: {origin}",
      ja: "別のページからのリクエストです：{origin}",
    },
    hint: {
      en: "A cookie works from the leaderboard's own page only; programs send a token. Behind a proxy, give the server its public address with --public-url.",
      ja: "Cookie が使えるのは順位表のページからだけです。プログラムからはトークンを送ってください。プロキシを使う場合は --public-url で公開アドレスを指定してください。",
    },
  },
  LEADERBOARD_NOT_FOUND: {
    message: { en: "there is no {what} here", ja: "{what} は見つかりません" },
    hint: {
      en: "Check the address. What belongs to another team is not found either.",
      ja: "アドレスを確認してください。他のチームのものも「見つからない」と表示されます。",
    },
  },
  LEADERBOARD_BODY_SIZE: {
    message: {
      en: "the request is larger than {limit} bytes",
      ja: "リクエストが {limit} バイトを超えています",
    },
    hint: { en: "Send less.", ja: "小さくして送ってください。" },
  },
  LEADERBOARD_RATE: {
    message: { en: "too many requests", ja: "リクエストが多すぎます" },
    hint: { en: "Try again in {seconds} s.", ja: "{seconds} 秒後にもう一度試してください。" },
  },
  LEADERBOARD_UNAVAILABLE: {
    message: { en: "the database does not answer right now", ja: "現在データベースが応答していません" },
    hint: {
      en: "Try again in a few seconds. What was acknowledged before is kept.",
      ja: "数秒後にもう一度試してください。受理済みのものは失われません。",
    },
  },
  LEADERBOARD_FAULT: {
    message: {
      en: "the server made a mistake (request {request})",
      ja: "サーバーで不具合が起きました（リクエスト {request}）",
    },
    hint: {
      en: "Try again; if it stays, tell the organizers the number: their log has the details. Nothing was counted.",
      ja: "もう一度試してください。続く場合は番号を主催者に伝えてください（ログに詳細があります）。回数には数えられていません。",
    },
  },
  LEADERBOARD_PRIVATE_BOARD: {
    message: {
      en: "the private board is not revealed yet",
      ja: "プライベートボードはまだ公開されていません",
    },
    hint: {
      en: "Everyone sees it once the organizers reveal it.",
      ja: "主催者が公開すると、全員が見られるようになります。",
    },
  },
  LEADERBOARD_INVITATION: {
    message: {
      en: "this invitation is not valid, or no longer",
      ja: "この招待は無効か、すでに使えなくなっています",
    },
    hint: {
      en: "It may have expired, been used up or been revoked: ask the organizers for another.",
      ja: "期限切れ、使用済み、取り消しのいずれかです。主催者に新しい招待を頼んでください。",
    },
  },
  LEADERBOARD_NAME: {
    message: { en: "the name {name} cannot be used", ja: "{name} という名前は使えません" },
    hint: {
      en: "Take 1 to 40 characters: letters of any script, digits, spaces and . , ' ( ) ! ? & # - _, the first a letter or digit.",
      ja: "1〜40 文字で、各言語の文字、数字、空白、. , ' ( ) ! ? & # - _ が使えます。最初は文字か数字にしてください。",
    },
  },
  LEADERBOARD_NAME_TAKEN: {
    message: { en: "there is a team named like {name}", ja: "{name} に似た名前のチームがすでにあります" },
    hint: {
      en: "Choose another; capitals, accents and width make no difference.",
      ja: "別の名前にしてください。大文字・小文字や全角・半角の違いは区別されません。",
    },
  },
  LEADERBOARD_CLOSED: {
    message: {
      en: "submissions to {challenge} are not taken now; it is {now}",
      ja: "{challenge} への提出は現在受け付けていません（現在時刻 {now}）",
    },
    hint: {
      en: "Taken: {phases}. What counts is when the last byte arrives, by the server's clock.",
      ja: "受付期間：{phases}。サーバーの時計で最後のバイトが届いた時刻で判定されます。",
    },
  },
  LEADERBOARD_REVEALED: {
    message: {
      en: "{challenge} is over: its private board was revealed",
      ja: "{challenge} は終了しました（プライベートボード公開済み）",
    },
    hint: {
      en: "`braidyn score` still scores on your machine.",
      ja: "お手元での採点は引き続き `braidyn score` でできます。",
    },
  },
  LEADERBOARD_SUSPENDED: {
    message: { en: "the team {team} is suspended", ja: "チーム {team} は停止中です" },
    hint: { en: "Talk to the organizers.", ja: "主催者に問い合わせてください。" },
  },
  LEADERBOARD_QUOTA_DAY: {
    message: {
      en: "all {limit} submissions of today are used",
      ja: "本日の提出回数（{limit} 回）を使い切りました",
    },
    hint: {
      en: "The next day begins at {resets} ({zone}). Failures of the platform do not count.",
      ja: "次の日は {resets} に始まります（{zone}）。システム側の失敗は回数に含まれません。",
    },
  },
  LEADERBOARD_QUOTA_TOTAL: {
    message: { en: "all {limit} submissions are used", ja: "提出回数の上限（{limit} 回）に達しました" },
    hint: {
      en: "Choose your finals among those you sent. The same bytes again cost nothing.",
      ja: "提出済みのものから最終提出を選んでください。同じファイルの再送は回数に含まれません。",
    },
  },
  LEADERBOARD_UPLOAD_SIZE: {
    message: {
      en: "the submission is larger than {limit} bytes",
      ja: "提出物が {limit} バイトを超えています",
    },
    hint: {
      en: "Send fewer digits a number, or Parquet. Nothing was counted.",
      ja: "桁数を減らすか、Parquet にしてください。回数には数えられていません。",
    },
  },
  LEADERBOARD_UPLOAD_DIGEST: {
    message: {
      en: "other bytes arrived than were announced (SHA-256 {found}, not {expected})",
      ja: "予告と異なるデータが届きました（SHA-256 {found}、予告は {expected}）",
    },
    hint: {
      en: "The file changed while it was sent, or the connection damaged it: send it again. Nothing was counted.",
      ja: "送信中にファイルが変わったか、通信で壊れました。もう一度送ってください。回数には数えられていません。",
    },
  },
  LEADERBOARD_UPLOAD_EMPTY: {
    message: { en: "nothing was sent", ja: "データが送られていません" },
    hint: {
      en: "Send the file itself as the request's body: `curl --data-binary @predictions.csv`.",
      ja: "ファイルそのものをリクエストの本文として送ってください：`curl --data-binary @predictions.csv`。",
    },
  },
  LEADERBOARD_UPLOAD_SLOW: {
    message: { en: "the upload came too slowly, or stopped", ja: "アップロードが遅すぎるか、止まりました" },
    hint: {
      en: "`braidyn submit` sends in pieces and goes on where it was. Nothing was counted.",
      ja: "`braidyn submit` なら分割して送り、途中から再開します。回数には数えられていません。",
    },
  },
  LEADERBOARD_UPLOAD_OFFSET: {
    message: {
      en: "the piece begins at byte {offset}, but {received} have arrived",
      ja: "断片は {offset} バイト目からですが、届いているのは {received} バイトです",
    },
    hint: { en: "Go on at byte {received}.", ja: "{received} バイト目から続けてください。" },
  },
  LEADERBOARD_UPLOAD_UNFINISHED: {
    message: {
      en: "{received} of {expected} bytes have arrived",
      ja: "{expected} バイト中 {received} バイトしか届いていません",
    },
    hint: { en: "Send the rest first.", ja: "先に残りを送ってください。" },
  },
  LEADERBOARD_UPLOADS_OPEN: {
    message: {
      en: "{limit} uploads of the team are unfinished",
      ja: "チームの未完了アップロードが {limit} 件あります",
    },
    hint: {
      en: "Finish one, or wait: they are forgotten after some hours.",
      ja: "どれかを完了させてください。数時間で自動的に破棄されます。",
    },
  },
  LEADERBOARD_KIND: {
    message: {
      en: "this server takes no {kind} submissions",
      ja: "このサーバーは {kind} の提出を受け付けていません",
    },
    hint: { en: "It takes: {known}.", ja: "受け付ける種類：{known}。" },
  },
  LEADERBOARD_FINALS: {
    message: { en: "these cannot be the finals", ja: "最終提出として選べません" },
    hint: {
      en: "Choose up to two of your team's own submissions to this challenge that were scored.",
      ja: "このチャレンジに自分のチームが提出し、採点されたものから 2 件まで選んでください。",
    },
  },
  LEADERBOARD_REPORT_HIDDEN: {
    message: { en: "this report is not shown yet", ja: "この報告はまだ公開されていません" },
    hint: {
      en: "A public report is shown when it moves the board, a private one after the reveal; validation is always open.",
      ja: "パブリックの報告は順位表の点が動いたとき、プライベートの報告は公開後に見られます。検証用の報告はいつでも見られます。",
    },
  },
  LEADERBOARD_NOT_SCORED: {
    message: {
      en: "there is no {board} report of this submission (it is {status})",
      ja: "この提出物の {board} の報告はありません（状態：{status}）",
    },
    hint: {
      en: "Wait until it is scored; a validation report needs predictions of the validation rows.",
      ja: "採点が終わるまでお待ちください。検証用の報告には validation の行の予測が必要です。",
    },
  },
  LEADERBOARD_CONFIRM: {
    message: {
      en: "{given} is not the challenge's name, {challenge}",
      ja: "{given} はチャレンジ名（{challenge}）と一致しません",
    },
    hint: {
      en: "Type the name to confirm: a reveal cannot be taken back.",
      ja: "確認のため名前を入力してください。公開は取り消せません。",
    },
  },
  LEADERBOARD_UNSCORED: {
    message: { en: "{count} submissions are not scored yet", ja: "採点待ちの提出物が {count} 件あります" },
    hint: {
      en: "Wait for them, or see in the console why they are stuck.",
      ja: "採点を待つか、止まっている理由をコンソールで確認してください。",
    },
  },
  LEADERBOARD_JUDGING_RUNS: {
    message: { en: "rejudging {number} is not finished", ja: "再採点 {number} が終わっていません" },
    hint: { en: "Apply it first, or wait.", ja: "先に適用するか、終了を待ってください。" },
  },
  LEADERBOARD_JUDGING_UNDONE: {
    message: {
      en: "{done} of {total} submissions are rejudged",
      ja: "再採点は {total} 件中 {done} 件まで終わっています",
    },
    hint: {
      en: "Apply it when all are; what was sent meanwhile has been queued now.",
      ja: "すべて終わってから適用してください。その間の提出物は今キューに入れました。",
    },
  },
  LEADERBOARD_PLATFORM: {
    message: {
      en: "the platform failed to score it, {attempts} times ({reason})",
      ja: "システム側の問題で採点できませんでした（{attempts} 回、{reason}）",
    },
    hint: {
      en: "It does not count against your limits. Send the same file again, or ask the organizers to retry it.",
      ja: "回数には数えられていません。同じファイルをもう一度送るか、主催者に再試行を頼んでください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
