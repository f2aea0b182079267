import type { Template } from "../format.ts";

/** Arguments and options of several commands. */
export const sharedOptionTexts = {
  fileArgument: {
    en: "A session file (.nwb), its address, or dandi:001425/PATH.nwb",
    ja: "セッションファイル（.nwb）、そのアドレス、または dandi:001425/パス.nwb",
  },
  filesArgument: {
    en: "Session files (.nwb), addresses, or dandi:001425/PATH.nwb",
    ja: "セッションファイル（.nwb）、アドレス、または dandi:001425/パス.nwb（複数可）",
  },
  placesArgument: {
    en: "Session files, folders that hold some at any depth, addresses, dandi:001425 or dandi:001425@VERSION",
    ja: "セッションファイル、それを含むフォルダー（深さは問わない）、アドレス、dandi:001425 または dandi:001425@版",
  },
  sourcesArgument: {
    en: "Session files, or folders that hold some at any depth",
    ja: "セッションファイル、またはそれを含むフォルダー（深さは問わない）",
  },
  challengeArgument: {
    en: "A challenge of the catalogue by its id, or a challenge's folder",
    ja: "カタログのチャレンジの ID、またはチャレンジのフォルダー",
  },
  submissionArgument: {
    en: "Predictions (.csv, .parquet), model.onnx, or a folder or .zip with submission.yaml",
    ja: "予測（.csv、.parquet）、model.onnx、または submission.yaml を含むフォルダーか .zip",
  },
  bundleOption: { en: "The bundle's folder", ja: "バンドルのフォルダー" },
  boardOption: {
    en: "Which rows count; public and private need the bundle's private half",
    ja: "採点に使う行。public と private にはバンドルの private の側が必要",
  },
  forceOption: { en: "Replace a file that is there", ja: "既存のファイルを置き換える" },
  seedOption: { en: "Seed: the same one gives the same data", ja: "乱数シード。同じ値なら同じデータになる" },
  miceOption: { en: "How many mice", ja: "マウスの数" },
  minutesOption: {
    en: "Length of a session, minutes; by default that of real ones",
    ja: "セッションの長さ（分）。既定は実際の実験と同じ",
  },
  typeOption: { en: "Type of session", ja: "セッションの種類" },
} as const satisfies Record<string, Template>;
