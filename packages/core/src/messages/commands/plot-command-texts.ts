import type { Template } from "../format.ts";

/** `braidyn plot`. */
export const plotCommandTexts = {
  plotSummary: {
    en: "Draw sessions, predictions or a board as SVG, PNG or a page",
    ja: "セッション、予測、ボードを SVG、PNG、ウェブページに描く",
  },
  plotKindArgument: { en: "What to draw", ja: "描くもの" },
  plotFilesArgument: {
    en: "Sessions or folders of them; for roc, calibration and mouse-dots predictions (NAME=FILE); for board-progress a list of scores (.csv, .json)",
    ja: "セッションまたはそのフォルダー。roc、calibration、mouse-dots では予測（名前=ファイル）、board-progress ではスコアの一覧（.csv、.json）",
  },
  plotOutputOption: {
    en: "The file to write; its ending tells the format: .svg, .png, .html (interactive), .vl.json",
    ja: "出力ファイル。形式は拡張子で決まる：.svg、.png、.html（対話的）、.vl.json",
  },
  eventOption: {
    en: "What happens at 0 s: pull and cue of the trials, reward, lick, or any pull of the lever",
    ja: "0 秒とする出来事：試行の pull（引き）と cue（合図）、reward（報酬）、lick、lever（すべての引き）",
  },
  byOption: {
    en: "Split by a column of the trials that holds words: outcome, stim_modality",
    ja: "試行の語の列で分ける：outcome、stim_modality など",
  },
  outcomeOption: {
    en: "Only trials that ended so, between commas: success, short-pull, no-response",
    ja: "この結果の試行だけ（コンマ区切り）：success、short-pull、no-response",
  },
  windowOption: { en: "Seconds before and after the event", ja: "イベントの前と後の秒数" },
  regionsOption: {
    en: "Only these regions, between commas; MOp stands for MOp_l and MOp_r",
    ja: "この領域だけ（コンマ区切り）。MOp は MOp_l と MOp_r の両方",
  },
  pointNamesOption: { en: "Only these tracked points, between commas", ja: "この追跡点だけ（コンマ区切り）" },
  plotViewOption: {
    en: "The camera; by default the first that has points",
    ja: "カメラ。既定は点のある最初のもの",
  },
  trialOption: {
    en: "Which trial, from 0; by default the first rewarded one",
    ja: "試行の番号（0 から）。既定は報酬のあった最初の試行",
  },
  plotBundleOption: {
    en: "The bundle whose truth the predictions are compared with",
    ja: "予測と比べる正解を持つバンドル",
  },
  columnOption: { en: "Which truth column; by default the first", ja: "正解の列。既定は最初の列" },
  plotTitleOption: { en: "Title instead of the plot's own", ja: "図の題名" },
  widthOption: { en: "Width inside the axes, pixels", ja: "軸の内側の幅（画素）" },
  heightOption: { en: "Height inside the axes, pixels", ja: "軸の内側の高さ（画素）" },
  scaleOption: {
    en: "Factor on the size of SVG (default 1) and PNG (default 2)",
    ja: "SVG（既定 1）と PNG（既定 2）の倍率",
  },
  plotWritten: { en: "{path}: {kind}, {size}", ja: "{path} に {kind} を描きました（{size}）" },
  plotSkipped: {
    en: "Sessions without trials, left out: {count}",
    ja: "試行がないため除いたセッション：{count}",
  },
} as const satisfies Record<string, Template>;
