import type { Template } from "../format.ts";

/** `braidyn fetch`, and what commands say of DANDI. */
export const fetchTexts = {
  fetchSummary: {
    en: "Fetch just what a challenge needs from DANDI, or parts of any sessions; resumable",
    ja: "チャレンジに必要な部分だけを DANDI から取得。任意のセッションの一部も可。中断しても続きから再開",
  },
  fetchArgument: {
    en: "A challenge by its id or folder; or sessions: dandi:001425, dandi:001425@VERSION/PATH.nwb, addresses, files",
    ja: "チャレンジの ID かフォルダー。またはセッション：dandi:001425、dandi:001425@版/パス.nwb、アドレス、ファイル",
  },
  fetchOutputOption: { en: "The folder for the sessions", ja: "セッションを保存するフォルダー" },
  fetchVersionOption: {
    en: "Version of the dandiset; by default the challenge's, else the newest published one",
    ja: "dandiset の版。既定はチャレンジの指定、なければ最新の公開版",
  },
  streamsOption: {
    en: "What to take, between commas: dFF dFF_B dFF_V sensors sensors:NAME trials keypoints keypoints:VIEW pupil masks; raw:sensors:NAME and such for the raw clocks",
    ja: "取得するデータ（コンマ区切り）：dFF dFF_B dFF_V sensors sensors:名前 trials keypoints keypoints:カメラ pupil masks。元の時計のデータは raw:sensors:名前 など",
  },
  fetchSignalsOption: {
    en: "Which dF/F to take, between commas, in place of that of --streams or the challenge",
    ja: "取得する dF/F（コンマ区切り）。--streams やチャレンジの指定の代わりに使う",
  },
  fetchMasksOption: {
    en: "Keep the regions' masks (3.7 MB a session); pynwb does not open a file without",
    ja: "領域のマスクも取得する（1 セッション 3.7 MB）。ないと pynwb では開けない",
  },
  parallelOption: { en: "Sessions at once", ja: "同時に取得するセッション数" },
  dryRunOption: {
    en: "Only tell how many bytes would come; nothing is written",
    ja: "取得するバイト数を表示するだけで、何も書き込まない",
  },
  wholeOption: { en: "Take whole files, as they are", ja: "ファイル全体をそのまま取得する" },
  forceFetchOption: {
    en: "Replace files of the folder that were not fetched",
    ja: "fetch で取得したものではない既存のファイルも置き換える",
  },
  tokenOption: {
    en: "API key for embargoed dandisets; better DANDI_API_KEY, which others on the machine cannot see",
    ja: "非公開の dandiset の API キー。同じコンピューターの他の人に見えない DANDI_API_KEY を推奨",
  },
  planning: { en: "Planning", ja: "計画中" },
  fetching: { en: "Fetching", ja: "取得中" },
  listing: { en: "Listing {source}", ja: "{source} を一覧中" },
  toFetchColumn: { en: "To fetch", ja: "取得量" },
  stateColumn: { en: "State", ja: "状態" },
  stateFetched: { en: "fetched", ja: "取得済み" },
  stateKept: { en: "was there", ja: "既存" },
  statePlanned: { en: "planned", ja: "予定" },
  stateFailed: { en: "failed", ja: "失敗" },
  fetchLacks: {
    en: "{file} has no {streams}: the session was recorded without",
    ja: "{file} に {streams} はありません（記録されていないセッションです）",
  },
  fetchedTotal: {
    en: "{folder}: {sessions} sessions, {size}; {fetched} came now",
    ja: "{folder}：{sessions} セッション、{size}。今回の取得量 {fetched}",
  },
  plannedTotal: {
    en: "{sessions} sessions: {fetched} to fetch, {size} on the disk",
    ja: "{sessions} セッション：取得量 {fetched}、ディスク使用量 {size}",
  },
  fetchFailed: {
    en: "{failed} of {sessions} sessions failed; run the same command again to continue",
    ja: "{sessions} セッション中 {failed} 件が失敗しました。同じコマンドを再実行すると続きから取得します",
  },
} as const satisfies Record<string, Template>;
