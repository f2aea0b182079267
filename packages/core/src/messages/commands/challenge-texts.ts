import type { Template } from "../format.ts";

/** `braidyn challenge`. */
export const challengeTexts = {
  challengeSummary: {
    en: "For organizers: list, check and build challenges",
    ja: "主催者向け：チャレンジの一覧、検査、作成",
  },
  challengeListSummary: { en: "List the catalogue", ja: "カタログのチャレンジを一覧" },
  challenge: { en: "Challenge", ja: "チャレンジ" },
  title: { en: "Title", ja: "題名" },
  metric: { en: "Metric", ja: "指標" },
  baselines: { en: "Baselines", ja: "ベースライン" },
  challengeCheckSummary: {
    en: "Say everything that is wrong with a challenge, with lines",
    ja: "チャレンジの問題点を行番号付きですべて示す",
  },
  allOption: { en: "Every challenge of the catalogue", ja: "カタログの全チャレンジ" },
  challengeFine: { en: "{name}: nothing wrong", ja: "{name}：問題なし" },
  challengeWrong: { en: "{name}: problems: {problems}", ja: "{name}：問題 {problems} 件" },
  challengeBuildSummary: {
    en: "Build a challenge's bundle, public and private, from sessions",
    ja: "セッションからチャレンジのバンドル（public と private）を作る",
  },
  bundleOutputOption: { en: "The bundle's folder, made by this", ja: "作成するバンドルのフォルダー" },
  splitOption: {
    en: "`auto` for any mice, or a YAML file; by default the challenge's own",
    ja: "`auto`（どのマウスでも可）または YAML ファイル。既定はチャレンジに定められた分割",
  },
  secretOption: {
    en: "64 hexadecimal digits or a file of them: the same secret gives the same bundle; random by default",
    ja: "16 進数 64 桁、またはそれを含むファイル。同じ値なら同じバンドルになる。既定は乱数",
  },
  buildSeedOption: {
    en: "Seed of the examples and of --split auto; by default the challenge's",
    ja: "例の抽出と --split auto の乱数シード。既定はチャレンジに定められた値",
  },
  forceBundleOption: { en: "Replace an older bundle", ja: "古いバンドルを置き換える" },
  building: { en: "Building", ja: "作成中" },
  split: { en: "Split", ja: "分割" },
  rows: { en: "Rows", ja: "行数" },
  subjects: { en: "Subjects", ja: "個体数" },
  sessionsColumn: { en: "Sessions", ja: "セッション数" },
  skippedTitle: { en: "Sessions left out: {sessions}", ja: "対象外のセッション：{sessions}" },
  bundleBuilt: {
    en: "The bundle is in {folder}. Hand out its folder public only: private holds the test truth and the secret.",
    ja: "バンドルを {folder} に作りました。配布するのは public だけにしてください。private にはテストの正解と秘密鍵が入っています。",
  },
} as const satisfies Record<string, Template>;
