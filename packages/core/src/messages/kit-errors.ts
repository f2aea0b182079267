import type { ErrorText } from "./format.ts";

/** Errors of making a starter kit or practice data. */
export const kitErrors = {
  KIT_NOT_FOLDER: {
    message: {
      en: "{path} is there already and is no folder",
      ja: "{path} はすでにあり、フォルダーではありません",
    },
    hint: {
      en: "Choose the name of a folder that is not there yet.",
      ja: "まだ存在しないフォルダーの名前を指定してください。",
    },
  },
  KIT_PACKAGES: {
    message: {
      en: "{path} does not hold the packed packages of version {version}",
      ja: "{path} にバージョン {version} のパッケージ（.tgz）がありません",
    },
    hint: {
      en: "Name the folder that `npm run pack` made. Without --packages, the kit takes the packages from npm's registry.",
      ja: "`npm run pack` で作ったフォルダーを指定してください。--packages を省くと、キットは npm のレジストリからパッケージを取得します。",
    },
  },
  PRACTICE_CHALLENGE: {
    message: {
      en: "{challenge} uses sessions of type {type}; practice simulates task sessions",
      ja: "{challenge} は {type} のセッションを使いますが、practice がシミュレートするのは task のセッションです",
    },
    hint: {
      en: "Simulate with `braidyn simulate --type {type}` and build with `braidyn challenge build`.",
      ja: "`braidyn simulate --type {type}` でシミュレートし、`braidyn challenge build` で作成してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
