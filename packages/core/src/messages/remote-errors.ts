import type { ErrorText } from "./format.ts";

/** Errors of reading over a network, and of talking to the DANDI archive. */
export const remoteErrors = {
  NWB_UNREACHABLE: {
    message: {
      en: "{path} could not be fetched: {reason} (attempts: {attempts})",
      ja: "{path} を取得できませんでした：{reason}（試行 {attempts} 回）",
    },
    hint: {
      en: "Check the network and the address, then try again; what was read before is not lost. In a browser the server must allow other origins (CORS).",
      ja: "ネットワークとアドレスを確認して、もう一度お試しください。読み終えた分は失われません。ブラウザーでは、サーバーが他のオリジンを許可している（CORS）必要があります。",
    },
  },
  NWB_DENIED: {
    message: {
      en: "the server refuses to give out {path} (HTTP {status})",
      ja: "サーバーが {path} へのアクセスを拒否しました（HTTP {status}）",
    },
    hint: {
      en: "An embargoed dandiset needs an account: put your API key into DANDI_API_KEY, or pass token as an option. A presigned address may have expired.",
      ja: "非公開（エンバーゴ中）の dandiset にはアカウントが必要です。API キーを DANDI_API_KEY に設定するか、オプション token で渡してください。署名付きアドレスの有効期限切れの可能性もあります。",
    },
  },
  NWB_CHANGED: {
    message: {
      en: "{path} changed while it was being read: {what}",
      ja: "{path} は読んでいる間に変更されました：{what}",
    },
    hint: {
      en: "What was read may belong to another version. Open the file again.",
      ja: "すでに読んだデータは別の版のものかもしれません。ファイルを開き直してください。",
    },
  },
  NWB_NO_RANGES: {
    message: {
      en: "the server of {path} cannot give out parts of a file: {found}",
      ja: "{path} のサーバーはファイルの一部だけを返せません：{found}",
    },
    hint: {
      en: "Download the whole file and open the copy, or serve it from a server that understands Range requests (S3, nginx, Apache).",
      ja: "ファイル全体をダウンロードして開くか、Range リクエストに対応したサーバー（S3、nginx、Apache など）から配信してください。",
    },
  },
  NWB_NO_SIZE: {
    message: {
      en: "the server of {path} does not say how long the file is",
      ja: "{path} のサーバーがファイルの大きさを返しません",
    },
    hint: {
      en: "Pass sizeBytes as an option, open it as a DANDI asset, or have the server expose Content-Range (Access-Control-Expose-Headers).",
      ja: "オプション sizeBytes を渡すか、DANDI のアセットとして開くか、サーバーで Content-Range を公開（Access-Control-Expose-Headers）してください。",
    },
  },
  NWB_WRONG_ANSWER: {
    message: {
      en: "the server of {path} gave an answer that makes no sense: {found}",
      ja: "{path} のサーバーが不正な応答を返しました：{found}",
    },
    hint: {
      en: "Check the address. A proxy or a sign-in page between you and the server can look like this.",
      ja: "アドレスを確認してください。途中のプロキシやログイン画面が原因のこともあります。",
    },
  },
  NWB_NOT_STREAMABLE: {
    message: {
      en: "{path} uses an HDF5 feature that is read from local files only: {what}",
      ja: "{path} はローカルファイルからしか読めない HDF5 の機能を使っています：{what}",
    },
    hint: {
      en: "Download the file and open the copy by its path; for a DANDI asset `braidyn fetch` or `dandi download` does it.",
      ja: "ファイルをダウンロードし、そのパスを指定して開いてください。DANDI のアセットは `braidyn fetch` または `dandi download` でダウンロードできます。",
    },
  },
  DANDI_NAME: {
    message: {
      en: '"{name}" does not name a dandiset or an asset',
      ja: "「{name}」は dandiset やアセットの名前ではありません",
    },
    hint: {
      en: "Write dandi:001425, dandi:001425@VERSION, or dandi:001425@VERSION/PATH/OF/FILE.nwb.",
      ja: "dandi:001425、dandi:001425@版、または dandi:001425@版/ファイルのパス.nwb の形で指定してください。",
    },
  },
  DANDI_TOKEN: {
    message: {
      en: "the DANDI API key holds characters that no key has",
      ja: "DANDI の API キーに使えない文字が含まれています",
    },
    hint: {
      en: "Copy the key again from https://dandiarchive.org (your initials, API key) into DANDI_API_KEY, without quotes or spaces.",
      ja: "https://dandiarchive.org の自分のアイコンのメニューから API キーをコピーし直し、引用符や空白を付けずに DANDI_API_KEY に設定してください。",
    },
  },
  DANDI_NOT_FOUND: {
    message: { en: "DANDI has no {what}", ja: "DANDI に {what} はありません" },
    hint: {
      en: "Check the number, the version and the path; `braidyn sessions dandi:001425` lists what there is. Embargoed dandisets are seen only with an API key.",
      ja: "番号、版、パスを確認してください。`braidyn sessions dandi:001425` で一覧できます。非公開の dandiset は API キーがないと見えません。",
    },
  },
  DANDI_ANSWER: {
    message: {
      en: "{url} did not answer as the DANDI API does: {found}",
      ja: "{url} の応答が DANDI API の形式ではありません：{found}",
    },
    hint: {
      en: "Check DANDI_API_URL; it is https://api.dandiarchive.org/api unless you use a mirror. A proxy's sign-in page can look like this.",
      ja: "DANDI_API_URL を確認してください。ミラーを使わない場合は https://api.dandiarchive.org/api です。プロキシのログイン画面が原因のこともあります。",
    },
  },
} as const satisfies Record<string, ErrorText>;
