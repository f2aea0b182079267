import type { Template } from "../format.ts";

/** `braidyn serve`, `worker`, `join`, `submit`, `replay`, and `board --server`. */
export const leaderboardTexts = {
  serveSummary: {
    en: "Run a leaderboard: database, workers and web page in one command",
    ja: "順位表サーバーを起動（データベース、ワーカー、Web ページを一括）",
  },
  serveFolderArgument: {
    en: "Where everything is kept; made if need be. With DATABASE_URL, not used",
    ja: "データを置くフォルダー（なければ作成）。DATABASE_URL を指定した場合は使わない",
  },
  serveHostOption: {
    en: "Address to listen on; 0.0.0.0 for everyone in the network",
    ja: "待ち受けるアドレス。ネットワーク全体に公開するには 0.0.0.0",
  },
  servePortOption: {
    en: "Port to listen on; 0 for any free one",
    ja: "待ち受けるポート。0 なら空いているもの",
  },
  serveBundleOption: {
    en: "A bundle of `challenge build`, both halves; may be given several times",
    ja: "`challenge build` が作ったバンドル（public と private）。複数回指定可",
  },
  serveWorkersOption: {
    en: "Scoring processes on this machine; 0 where other machines work",
    ja: "このコンピューターの採点プロセス数。他のコンピューターに任せるなら 0",
  },
  servePublicUrlOption: {
    en: "The address that people use, for invitations and behind a proxy: https://board.example.org",
    ja: "参加者が使うアドレス（招待リンク用、プロキシの背後で必要）：https://board.example.org",
  },
  serveTrustProxyOption: {
    en: "Take callers' addresses from X-Forwarded-For; only behind a proxy of yours",
    ja: "X-Forwarded-For を信用する（自前のプロキシの背後でのみ）",
  },
  serveNewTokenOption: {
    en: "Issue another organizer's token, where the first was lost",
    ja: "主催者トークンを新たに発行（紛失した場合）",
  },
  serveBaselinesOption: {
    en: "Train the challenge's baselines and put them on the boards",
    ja: "チャレンジのベースラインを学習し、順位表に載せる",
  },
  serveDemoOption: {
    en: "Make a challenge from simulated mice, to try everything out",
    ja: "シミュレーションのマウスからチャレンジを作って試す",
  },
  serveLogOption: {
    en: "How much to log (JSON lines on standard error)",
    ja: "ログの詳しさ（標準エラーに JSON 行で出力）",
  },
  serveReady: { en: "The leaderboard is at {url}", ja: "順位表：{url}" },
  serveToken: {
    en: "Organizer's token, shown this once: {token}",
    ja: "主催者トークン（表示は一度だけ）：{token}",
  },
  serveBundleNew: { en: "Challenge {challenge}: open", ja: "チャレンジ {challenge}：追加しました" },
  serveBundleKnown: { en: "Challenge {challenge}: was there", ja: "チャレンジ {challenge}：登録済み" },
  serveBundleWaiting: {
    en: "Challenge {challenge}: this is another build of its bundle ({digest}...). It counts once you rejudge with it.",
    ja: "チャレンジ {challenge}：別のビルドのバンドルです（{digest}...）。再採点すると有効になります。",
  },
  serveNothing: {
    en: "There is no challenge yet. Start again with --bundle DIR (from `braidyn challenge build`), or try --demo.",
    ja: "チャレンジがまだありません。--bundle DIR（`braidyn challenge build` の出力）を付けて起動し直すか、--demo を試してください。",
  },
  serveDemoMakes: {
    en: "Simulating mice and building the demo's challenge ...",
    ja: "マウスをシミュレートし、デモのチャレンジを作っています ...",
  },
  serveBaseline: {
    en: "Baseline {name} of {challenge} is on the boards.",
    ja: "{challenge} のベースライン {name} を載せました。",
  },
  serveStops: {
    en: "Stopping: requests and jobs at hand are finished ...",
    ja: "停止中：処理中のリクエストと採点を終えています ...",
  },
  workerSummary: {
    en: "Score submissions for a leaderboard, on this or another machine",
    ja: "順位表の採点ワーカーを起動（別のコンピューターでも可）",
  },
  workerFolderArgument: {
    en: "The folder of a server on this machine; with DATABASE_URL, not needed",
    ja: "このコンピューターのサーバーのフォルダー。DATABASE_URL があれば不要",
  },
  workerReady: { en: "The worker takes jobs.", ja: "ワーカーが採点を始めました。" },
  serverOption: {
    en: "Address of the leaderboard; by default BRAIDYN_SERVER",
    ja: "順位表のアドレス。既定は環境変数 BRAIDYN_SERVER",
  },
  serverChallengeOption: {
    en: "The challenge, where the server has several",
    ja: "チャレンジ（サーバーに複数ある場合）",
  },
  teamTokenOption: {
    en: "A file that holds the token; by default BRAIDYN_TOKEN, else what `braidyn join` kept",
    ja: "トークンを含むファイル。既定は BRAIDYN_TOKEN、なければ `braidyn join` が保存したもの",
  },
  joinSummary: { en: "Join a leaderboard by an invitation", ja: "招待リンクで順位表に参加" },
  joinArgument: { en: "The invitation's link", ja: "招待リンク" },
  joinTeamOption: { en: "Name of the new team", ja: "新しいチームの名前" },
  joined: {
    en: "You are in team {team}. The token is kept in {path}; `braidyn submit` finds it there.",
    ja: "チーム {team} に参加しました。トークンは {path} に保存され、`braidyn submit` が使います。",
  },
  submitSummary: {
    en: "Send a submission to a leaderboard and wait for its score",
    ja: "提出物を順位表に送り、採点を待つ",
  },
  submitFileArgument: {
    en: "Predictions (.csv or .parquet), model.onnx, or a folder or .zip with submission.yaml",
    ja: "予測ファイル（.csv または .parquet）、model.onnx、または submission.yaml のあるフォルダーか .zip",
  },
  submitWaitOption: { en: "Wait until it is scored", ja: "採点が終わるまで待つ" },
  submitSends: { en: "Sending", ja: "送信中" },
  submitTaken: {
    en: "Taken as {id}. Today {used} of {limit}.",
    ja: "受理されました（{id}）。本日 {used}/{limit} 回。",
  },
  submitCached: {
    en: "The team has sent these very bytes before: this is that submission, {id}. Nothing was counted.",
    ja: "同じ内容を以前に提出しています（{id}）。回数には数えられていません。",
  },
  submitWaits: { en: "waiting; {ahead} before it", ja: "待機中（前に {ahead} 件）" },
  submitRuns: { en: "being scored", ja: "採点中" },
  submitMoved: {
    en: "The public board moved to {score}.",
    ja: "パブリックボードの点が {score} になりました。",
  },
  submitStays: {
    en: "The public board stays at {score}: this is not better by more than chance would make it.",
    ja: "パブリックボードは {score} のままです。偶然の範囲を超える改善ではありませんでした。",
  },
  submitPrivate: {
    en: "The private score is told after the reveal.",
    ja: "プライベートの点は公開後に分かります。",
  },
  boardHtmlOption: {
    en: "Write a server's board as one HTML file, for any web host",
    ja: "サーバーの順位表を一つの HTML ファイルに書き出す（どのウェブサーバーにも置けます）",
  },
  boardHtmlWritten: { en: "Board written to {path}", ja: "順位表を {path} に書き出しました" },
  boardFrozen: {
    en: "The board stands still since {when}; submissions go on being scored.",
    ja: "順位表は {when} から凍結中です。採点は続いています。",
  },
  boardRejudged: { en: "Rejudged on {when}: {reason}", ja: "{when} に再採点：{reason}" },
  boardBaseline: { en: "baseline", ja: "ベースライン" },
  boardVerified: { en: "verified", ja: "検証済み" },
  replaySummary: {
    en: "Compute an exported event's boards again, years later, without a server",
    ja: "書き出した大会の順位表を再計算（サーバー不要）",
  },
  replayArgument: {
    en: "The export: /api/challenges/ID/export",
    ja: "書き出したファイル（/api/challenges/ID/export）",
  },
  replayBundleOption: {
    en: "The bundle, both halves: scores submissions again",
    ja: "バンドル（public と private）。提出物を採点し直す",
  },
  replaySubmissionsOption: {
    en: "A folder of the submissions' files, under any names",
    ja: "提出ファイルのフォルダー（ファイル名は任意）",
  },
  replayed: {
    en: "{challenge}: {receipts} receipts follow one another, {reports} reports are as signed, {rescored} submissions were scored again, both boards come out the same.",
    ja: "{challenge}：受領証 {receipts} 通はつながっており、報告 {reports} 件は署名のとおりで、{rescored} 件を採点し直し、順位表は両方とも一致しました。",
  },
} as const satisfies Record<string, Template>;
