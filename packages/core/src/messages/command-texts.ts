import type { Template } from "./format.ts";

/** What the `braidyn` command says, other than errors: help, headings, progress, results. */
export const commandTexts = {
  // The command as a whole
  about: {
    en: "BraiDyn-BC sessions, tables, challenges and scores on the command line.",
    ja: "BraiDyn-BC のセッション、表、チャレンジ、採点をコマンドラインから。",
  },
  usageLine: { en: "Usage: $0 <command> [options]", ja: "使い方：$0 <コマンド> [オプション]" },
  usageWord: { en: "Usage", ja: "使い方" },
  epilogue: {
    en: "Exit codes: 0 done, 1 error, 2 wrong command line, 70 bug, 130 interrupted. With --json an error too is JSON on standard output: `error` with `code`, `message` and `hint`.",
    ja: "終了コード：0 正常、1 エラー、2 コマンドラインの誤り、70 不具合、130 中断。--json を付けると、エラーも JSON（`code`、`message`、`hint` を持つ `error`）として標準出力に出ます。",
  },
  jsonOption: { en: "Result as JSON, for programs", ja: "結果を JSON で出力（プログラム向け）" },
  langOption: {
    en: "Language; by default the system's (LC_ALL, LC_MESSAGES, LANG)",
    ja: "言語。既定はシステムの設定（LC_ALL、LC_MESSAGES、LANG）",
  },
  helpOption: { en: "Show help", ja: "ヘルプを表示" },
  versionOption: { en: "Show the version", ja: "バージョンを表示" },
  commandNeeded: { en: "a command is missing", ja: "コマンドが指定されていません" },
  repeated: { en: "--{option} is given twice", ja: "--{option} が二度指定されています" },
  bug: {
    en: "braidyn: something went wrong that should not have: this is a bug.",
    ja: "braidyn：想定外の問題が起きました。プログラムの不具合です。",
  },
  bugHint: {
    en: "Please report it with the lines above, the command line and the output of `braidyn doctor --json`.",
    ja: "上の表示とコマンドライン、`braidyn doctor --json` の出力を添えてご報告ください。",
  },

  // Arguments and options of several commands
  fileArgument: { en: "A session file (.nwb)", ja: "セッションファイル（.nwb）" },
  filesArgument: { en: "Session files (.nwb)", ja: "セッションファイル（.nwb、複数可）" },
  sourcesArgument: {
    en: "Session files, or folders that hold some at any depth",
    ja: "セッションファイル、またはそれを含むフォルダー（深さは問わない）",
  },
  challengeArgument: {
    en: "A challenge of the catalogue by its id, or a challenge's folder",
    ja: "カタログのチャレンジの ID、またはチャレンジのフォルダー",
  },
  submissionArgument: {
    en: "Predictions (.csv or .parquet): row_id and a column for every truth column",
    ja: "予測ファイル（.csv または .parquet）：row_id と、正解の列ごとに一列",
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

  // demo
  demoSummary: {
    en: "See the whole way on simulated sessions: build a challenge, train its baselines, show the board",
    ja: "シミュレーションで全体の流れを試す：チャレンジを作り、ベースラインを学習し、ボードを表示",
  },
  demoOutputOption: {
    en: "Where to keep everything; by default a temporary folder",
    ja: "すべてを保存するフォルダー。既定は一時フォルダー",
  },
  demoMinutesOption: { en: "Length of a session, minutes", ja: "セッションの長さ（分）" },
  demoSimulates: {
    en: "1/3 Simulating sessions of {mice} mice",
    ja: "1/3 {mice} 匹のマウスのセッションをシミュレーション中",
  },
  demoBuilds: {
    en: "2/3 Building the lever-pull challenge from them, split by mouse",
    ja: "2/3 それらから lever-pull チャレンジを作成中（マウスごとに分割）",
  },
  demoTrains: {
    en: "3/3 Training three baselines and scoring their predictions on mice they have not seen",
    ja: "3/3 三つのベースラインを学習し、未知のマウスでの予測を採点中",
  },
  demoSimulated: {
    en: "These data are simulated: the scores show how the kit works, they say nothing about mice.",
    ja: "これはシミュレーションのデータです。スコアはキットの動作を示すもので、実際のマウスについては何も語りません。",
  },
  demoSessions: { en: "Sessions", ja: "セッション" },
  demoBundle: { en: "Bundle", ja: "バンドル" },
  demoPredictions: { en: "Predictions", ja: "予測" },
  demoNext: { en: "What to try next:", ja: "次に試せること：" },
  demoTook: {
    en: "Done in {seconds} s. {folder} takes {size}: delete it when you have seen enough.",
    ja: "{seconds} 秒で完了しました。{folder} は {size} あります。見終わったら削除してください。",
  },

  // sessions
  sessionsSummary: { en: "List sessions in files and folders", ja: "ファイルやフォルダーのセッションを一覧" },
  subjectOption: { en: "Only this mouse: 51 or VG1-GC#51", ja: "このマウスだけ：51 または VG1-GC#51" },
  dayOption: { en: "Only this day of training", ja: "この訓練日だけ" },
  reading: { en: "Reading", ja: "読み込み中" },
  sessionCount: {
    en: "Sessions: {sessions}, subjects: {subjects}",
    ja: "セッション数：{sessions}、個体数：{subjects}",
  },

  // inspect
  inspectSummary: {
    en: "Show everything that a session file holds",
    ja: "セッションファイルの内容をすべて表示",
  },
  file: { en: "File", ja: "ファイル" },
  subject: { en: "Subject", ja: "個体" },
  date: { en: "Date", ja: "日付" },
  type: { en: "Type", ja: "種類" },
  day: { en: "Day", ja: "訓練日" },
  size: { en: "Size", ja: "サイズ" },
  typeAndDay: { en: "{type}, day {day}", ja: "{type}、{day} 日目" },
  description: { en: "Description", ja: "説明" },
  notes: { en: "Notes", ja: "備考" },
  clocksTitle: { en: "Clocks", ja: "時計" },
  clockOf: { en: "Clock of", ja: "対象" },
  rate: { en: "Rate (Hz)", ja: "レート (Hz)" },
  samples: { en: "Samples", ja: "サンプル数" },
  from: { en: "From (s)", ja: "開始 (s)" },
  to: { en: "To (s)", ja: "終了 (s)" },
  contentsTitle: { en: "At 30 Hz", ja: "30 Hz のデータ" },
  rawTitle: { en: "On the raw clocks", ja: "元の時計のデータ" },
  imagesTitle: { en: "Movies and images", ja: "動画と画像" },
  signalsOfRegions: { en: "{signals} of {regions} regions", ja: "{signals}（{regions} 領域）" },
  regions: { en: "Regions", ja: "領域" },
  masks: { en: "Region masks", ja: "領域マスク" },
  atlas: { en: "Atlas transform", ja: "アトラス変換" },
  present: { en: "yes", ja: "あり" },
  trials: { en: "Trials", ja: "試行" },
  sensors: { en: "Sensors", ja: "センサー" },
  keypointsOf: { en: "Keypoints, {view}", ja: "キーポイント（{view}）" },
  pupil: { en: "Pupil", ja: "瞳孔" },
  pupilFacts: { en: "diameter, centre (px)", ja: "直径、中心 (px)" },
  framesInside: {
    en: "{frames} frames of {shape} px, in this file",
    ja: "{frames} フレーム、{shape} px、ファイル内",
  },
  framesOutside: {
    en: "{frames} frames, linked: {files}",
    ja: "{frames} フレーム、外部ファイル：{files}",
  },
  lacksTitle: { en: "Not in this file: {what}", ja: "このファイルにないもの：{what}" },
  lacksDff: { en: "dF/F", ja: "dF/F（蛍光変化）" },
  lacksSensors: { en: "30 Hz sensors", ja: "30 Hz のセンサー" },
  lacksTrials: { en: "trials", ja: "試行" },
  lacksBody: { en: "body keypoints", ja: "body のキーポイント" },
  lacksFace: { en: "face keypoints", ja: "face のキーポイント" },
  lacksEye: { en: "eye keypoints", ja: "eye のキーポイント" },
  lacksPupil: { en: "pupil", ja: "瞳孔" },
  lacksMasks: { en: "region masks", ja: "領域マスク" },
  lacksAtlas: { en: "atlas transform", ja: "アトラス変換" },
  lacksRaw: { en: "raw sensors and keypoints", ja: "元の時計のセンサーとキーポイント" },
  lacksImages: { en: "movies and images", ja: "動画と画像" },
  nothing: { en: "nothing, it is complete", ja: "なし（すべて揃っています）" },

  // table
  tableSummary: {
    en: "Write a tidy table of one or more sessions",
    ja: "一つ以上のセッションから整った表を書き出す",
  },
  kindArgument: { en: "What of", ja: "表にするもの" },
  formatOption: {
    en: "By default that of -o's ending, else csv",
    ja: "形式。既定は -o の拡張子、なければ csv",
  },
  outputOption: { en: "The file to write; by default standard output", ja: "出力ファイル。既定は標準出力" },
  rawOption: {
    en: "The raw clock (sensors 5 kHz, keypoints and pupil 100 Hz) instead of 30 Hz",
    ja: "30 Hz ではなく元の時計（センサー 5 kHz、キーポイントと瞳孔 100 Hz）を使う",
  },
  viewOption: { en: "Keypoints of one camera; by default all", ja: "一つのカメラのキーポイント。既定は全部" },
  timeOption: {
    en: "Only FROM <= time < TO, seconds on the session's clock",
    ja: "FROM <= 時刻 < TO の部分だけ（セッションの時計での秒）",
  },
  namesOption: {
    en: "Only these sensors, keypoints or regions, between commas",
    ja: "指定したセンサー、キーポイント、領域だけ（コンマ区切り）",
  },
  signalOption: {
    en: "dF/F corrected for blood (dFF, the default), of blue or of violet light",
    ja: "dF/F の種類：血流補正済み（dFF、既定）、青色光、紫色光",
  },
  longOption: {
    en: "A row for every time and region or keypoint instead of columns",
    ja: "領域やキーポイントを列に並べず、時刻との組ごとに一行にする",
  },
  tableWritten: {
    en: "{path}: {rows} rows, {columns} columns",
    ja: "{path}：{rows} 行、{columns} 列",
  },

  // simulate
  simulateSummary: {
    en: "Make sessions like the real ones, from a seed",
    ja: "実物に似たセッションをシードから作る",
  },
  outputFolderOption: { en: "The folder for the session files", ja: "セッションファイルを置くフォルダー" },
  daysOption: { en: "How many days of training, from day 1", ja: "訓練日の数（1 日目から）" },
  layoutOption: {
    en: "30 Hz data only, or the raw 5 kHz sensors and 100 Hz keypoints too",
    ja: "reduced は 30 Hz のデータだけ、full は 5 kHz のセンサーと 100 Hz のキーポイントも含む",
  },
  simulating: { en: "Simulating", ja: "シミュレーション中" },
  simulated: {
    en: "Simulated sessions: {sessions}, in {folder}",
    ja: "シミュレーションしたセッション：{sessions}（{folder}）",
  },

  // challenge
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

  // baseline, validate, score, board
  baselineSummary: {
    en: "Train a baseline on a bundle and write its predictions",
    ja: "バンドルでベースラインを学習し、予測を書き出す",
  },
  baselineArgument: {
    en: "The baseline: see `challenge list`",
    ja: "ベースライン名（`challenge list` を参照）",
  },
  predictionsOption: { en: "The predictions file to write (.csv)", ja: "書き出す予測ファイル（.csv）" },
  baselineWritten: {
    en: "{path}: {rows} predictions ({splits})",
    ja: "{path}：予測 {rows} 行（{splits}）",
  },
  validateSummary: { en: "Say whether a submission would be accepted", ja: "提出物が受理されるか調べる" },
  accepted: {
    en: "It would be accepted: {rows} rows ({splits}), columns: {columns}.",
    ja: "受理されます：{rows} 行（{splits}）、列：{columns}。",
  },
  scoreSummary: {
    en: "Score predictions: the report with 95 % intervals, by mouse and by session",
    ja: "予測を採点：95 % 区間付きの報告（マウスごと、セッションごと）",
  },
  reportOption: { en: "Write the report as JSON too", ja: "報告を JSON ファイルにも書き出す" },
  reportWritten: { en: "The report is in {path}.", ja: "報告を {path} に書き出しました。" },
  boardSummary: { en: "Rank several submissions", ja: "複数の提出物の順位表を表示" },
  entriesArgument: {
    en: "Predictions as NAME=FILE, files, or folders of files",
    ja: "予測：名前=ファイル、ファイル、またはファイルを含むフォルダー",
  },

  // doctor
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
