import type { Template } from "../format.ts";

/** `braidyn challenge coverage` and `braidyn challenge power`. */
export const statisticsTexts = {
  coverageSummary: {
    en: "Measure by simulation how often the intervals of scores hold the true score",
    ja: "スコアの区間が真のスコアを含む割合をシミュレーションで測る",
  },
  coverageTitle: {
    en: "Coverage of the {percent} % interval: {subjects} subjects, up to {sessions} sessions each, {studies} studies",
    ja: "{percent} % 区間の被覆率：個体数 {subjects}、各最大 {sessions} セッション、研究 {studies} 回",
  },
  condition: { en: "Condition", ja: "条件" },
  covered: { en: "Coverage", ja: "被覆率" },
  coverageError: { en: "± SE", ja: "± 標準誤差" },
  plainCovered: { en: "Plain percentiles", ja: "単純なパーセンタイル" },
  intervalWidth: { en: "Mean width", ja: "平均の幅" },
  conditionNormal: { en: "subjects spread normally", ja: "個体差が正規分布" },
  conditionSkewed: { en: "a few subjects far worse (exponential)", ja: "一部の個体が大きく劣る（指数分布）" },
  conditionUnequal: { en: "unequal numbers of sessions", ja: "セッション数が不揃い" },
  conditionAuc: { en: "AUC of 40 windows a session", ja: "1 セッション 40 窓の AUC" },
  coverageNote: {
    en: "Least: {least} %. Intervals are expanded percentile intervals (Hesterberg 2015) over resampled subjects and sessions.",
    ja: "最小：{least} %。区間は、個体とセッションを再抽出した拡張パーセンタイル区間（Hesterberg 2015）です。",
  },
  subjectsOption: { en: "Subjects in a study", ja: "一つの研究の個体数" },
  coverageSessionsOption: { en: "Sessions of each subject", ja: "個体ごとのセッション数" },
  studiesOption: { en: "Simulated studies of each condition", ja: "条件ごとに模擬する研究の数" },
  resamplesOption: { en: "Resamples of a study", ja: "一つの研究の再抽出の回数" },
  levelOption: { en: "Level of the interval", ja: "区間の水準" },
  statisticsSeedOption: { en: "Seed of the simulation", ja: "シミュレーションの乱数シード" },
  measuring: { en: "Simulating", ja: "シミュレーション中" },
  powerSummary: {
    en: "Say before the event how small a difference between two entries a split can resolve",
    ja: "開催前に、分割で区別できる二つの参加者の最小の差を示す",
  },
  powerBundleOption: {
    en: "Count subjects and sessions in this bundle",
    ja: "このバンドルで個体とセッションを数える",
  },
  powerEntriesOption: {
    en: "Two predictions of the bundle's validation rows, from which the spread is measured",
    ja: "ばらつきを測るための、バンドルの validation の予測ファイル二つ",
  },
  subjectSdOption: {
    en: "Standard deviation between subjects of the difference between two entries (default 0.04)",
    ja: "二つの参加者の差の個体間標準偏差（既定 0.04）",
  },
  sessionSdOption: {
    en: "The same between sessions of one subject (default 0.04)",
    ja: "同じく一個体のセッション間の標準偏差（既定 0.04）",
  },
  powerSessionsOption: {
    en: "Sessions of each subject where the split does not say (default 15)",
    ja: "分割から分からないときの、個体ごとのセッション数（既定 15）",
  },
  powerOption: { en: "How likely the difference is to be found", ja: "差を見つける確率" },
  powerTitle: {
    en: "{challenge}: smallest difference found with probability {power}",
    ja: "{challenge}：確率 {power} で見つかる最小の差",
  },
  boardColumn: { en: "Board", ja: "ボード" },
  smallestDifference: { en: "Smallest difference", ja: "最小の差" },
  testBoards: { en: "public + private", ja: "public と private" },
  powerAssumed: {
    en: "Assumed: two entries' difference spreads by {subjectSd} between subjects and by {sessionSd} between sessions (standard deviations). Measure it with --bundle and --entries, or give --subject-sd and --session-sd.",
    ja: "仮定：二つの参加者の差の標準偏差は個体間 {subjectSd}、セッション間 {sessionSd}。--bundle と --entries で実測するか、--subject-sd と --session-sd で指定できます。",
  },
  powerMeasured: {
    en: "Measured on {subjects} validation subjects: the difference of the two entries spreads by {subjectSd} between subjects and by {sessionSd} between sessions (standard deviations).",
    ja: "validation の {subjects} 個体での実測：二つの参加者の差の標準偏差は個体間 {subjectSd}、セッション間 {sessionSd}。",
  },
  powerMeaning: {
    en: "Entries that differ by less will mostly share a rank: more held-out subjects help, more sessions of the same ones hardly do.",
    ja: "差がこれより小さい参加者は、多くの場合同じ順位になります。評価用の個体を増やすと改善しますが、同じ個体のセッションを増やしてもほとんど変わりません。",
  },
} as const satisfies Record<string, Template>;
