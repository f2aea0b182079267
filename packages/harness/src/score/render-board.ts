import { formatMessage, reportTexts, type Language } from "@braidyn/core";
import type { ControlLine } from "../controls/controls.ts";
import { renderControls } from "../controls/render-controls.ts";
import { fewSubjectsWarning } from "../statistics/few-subjects.ts";
import { rankReports, type BoardEntry } from "./rank-reports.ts";
import { shownInterval, shownScore, type TextReport } from "./text-table.ts";

/**
 * A board of entries: rank, name, score, interval, subjects, sessions; then the controls of the bundle, which have no
 * rank. @throws BraidynError as `rankReports`.
 */
export function renderBoard(
  entries: readonly BoardEntry[],
  { language, controls = [] }: { readonly language: Language; readonly controls?: readonly ControlLine[] },
): TextReport {
  const lines = rankReports(entries);
  const report = entries.find((entry) => entry.report !== null)?.report ?? null;
  const precision = report?.precision ?? 4;
  const percent = Math.round((report?.statistics.level ?? 0.95) * 1000) / 10;
  const columns = [
    reportTexts.rank[language],
    reportTexts.name[language],
    `${reportTexts.score[language]} (${report?.metrics[0]?.metric ?? "-"})`,
    formatMessage(reportTexts.interval, { percent }, language),
    reportTexts.subjects[language],
    reportTexts.sessions[language],
  ];
  const rows = lines.map((line) => [
    String(line.rank),
    line.name,
    line.score === null ? reportTexts.noScore[language] : shownScore(line.score, precision),
    shownInterval(line.low, line.high, precision),
    String(line.subjects),
    String(line.sessions),
  ]);
  const shownControls = renderControls(controls, { language, precision });
  const { challenge, board } = report ?? { challenge: "", board: "" };
  const few = report?.warnings.includes("few-subjects")
    ? fewSubjectsWarning(report.counts.subjects, language)
    : null;
  const unverified = lines.some(({ verified }) => !verified);
  return {
    title: formatMessage(reportTexts.reportTitle, { challenge, board }, language),
    tables: [{ title: "", columns, rows: [...rows, ...shownControls.rows] }],
    notes: [
      reportTexts.sharedRank[language],
      ...shownControls.notes,
      ...(few === null ? [] : [few]),
      ...(unverified ? [reportTexts.notVerified[language]] : []),
    ],
  };
}
