import type { Template } from "../format.ts";

/** `braidyn doctor`. */
export const doctorTexts = {
  doctorSummary: {
    en: "What this machine can do, and what to install",
    ja: "このコンピューターでできることと、必要な導入物",
  },
  checkColumn: { en: "What", ja: "項目" },
  foundColumn: { en: "Found", ja: "検出結果" },
  purposeColumn: { en: "What it is for", ja: "用途" },
  forNode: { en: "runs everything here; 20.19 or newer", ja: "すべての実行に必要（20.19 以上）" },
  forCores: {
    en: "simulating and building take turns on one core",
    ja: "シミュレーションと作成は一つのコアを使う",
  },
  forMemory: {
    en: "a full session at 30 Hz takes about 0.5 GB as a table",
    ja: "30 Hz の全データは表にすると約 0.5 GB",
  },
  forDisk: {
    en: "free here; a real session has 0.1 to some GB",
    ja: "この場所の空き。実際のセッションは 0.1 ～ 数 GB",
  },
  forH5wasm: {
    en: "simulating, and files that our own reader declines",
    ja: "シミュレーションと、独自リーダーが扱わないファイル",
  },
  forPython: {
    en: "only for your own models and checks in Python",
    ja: "Python で自作のモデルや検証を行う場合のみ",
  },
  adviceNode: {
    en: "Install Node 20.19 or newer: https://nodejs.org",
    ja: "Node 20.19 以上を導入してください：https://nodejs.org",
  },
  adviceMemory: {
    en: "Memory is short: read parts with --time, or fewer columns with --names.",
    ja: "メモリーが少なめです。--time で一部だけ、--names で必要な列だけを読んでください。",
  },
  adviceDisk: {
    en: "Disk space is short: simulate fewer or shorter sessions.",
    ja: "ディスクの空きが少なめです。セッションの数や長さを減らしてください。",
  },
  adviceH5wasm: {
    en: "h5wasm does not load: install again (`npm ci`).",
    ja: "h5wasm を読み込めません。入れ直してください（`npm ci`）。",
  },
  advicePython: {
    en: "Python is optional. To have it: `python3 -m pip install numpy h5py pynwb`; BRAIDYN_PYTHON names another Python.",
    ja: "Python は任意です。使う場合は `python3 -m pip install numpy h5py pynwb` を実行し、別の Python は BRAIDYN_PYTHON で指定してください。",
  },
} as const satisfies Record<string, Template>;
