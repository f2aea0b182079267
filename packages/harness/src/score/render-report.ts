import { formatMessage, reportTexts, type Language } from "@braidyn/core";
import { fewSubjectsWarning } from "../statistics/few-subjects.ts";
import { allSessions } from "./board-groups.ts";
import type { MetricReport, Report } from "./report.ts";
import type { RunFacts } from "./run-facts.ts";
import { shownInterval, shownScore, type TextReport, type TextTable } from "./text-table.ts";

/** A report as tables of texts: all metrics, then the primary one by subject and by session. */
export function renderReport(report: Report, { language }: { readonly language: Language }): TextReport {
  const primary = report.metrics[0];
  const details =
    primary === undefined
      ? []
      : [
          ...columnTable(primary, report, language),
          subjectTable(primary, report, language),
          ...sessionTable(primary, report, language),
        ];
  return {
    title: formatMessage(
      reportTexts.reportTitle,
      { challenge: report.challenge, board: report.board },
      language,
    ),
    tables: [metricTable(report, language), ...details],
    notes: notesOf(report, language),
  };
}

function metricTable({ metrics, statistics, counts, precision }: Report, language: Language): TextTable {
  const percent = Math.round(statistics.level * 1000) / 10;
  return {
    title: "",
    columns: [
      reportTexts.metric[language],
      reportTexts.score[language],
      formatMessage(reportTexts.interval, { percent }, language),
      reportTexts.worst[language],
      reportTexts.chance[language],
      reportTexts.better[language],
      reportTexts.subjects[language],
      reportTexts.sessions[language],
    ],
    rows: metrics.map((metric) => [
      metric.metric,
      shownScore(metric.score, precision),
      shownInterval(metric.low, metric.high, precision),
      metric.worst === null ? "-" : `${shownScore(metric.worst.score, precision)} (${metric.worst.subject})`,
      shownScore(metric.chance, precision),
      reportTexts[metric.direction === "maximize" ? "higher" : "lower"][language],
      `${metric.subjects.length}/${counts.subjects}`,
      `${metric.subjects.reduce((sum, { sessions }) => sum + sessions, 0)}/${counts.sessions}`,
    ]),
  };
}

/** Where there are several. */
function columnTable(
  { metric, columns }: MetricReport,
  { precision }: Report,
  language: Language,
): TextTable[] {
  if (columns.length < 2) return [];
  return [
    {
      title: formatMessage(reportTexts.byColumn, { metric }, language),
      columns: [reportTexts.column[language], reportTexts.score[language]],
      rows: columns.map(({ column, score }) => [column, shownScore(score, precision)]),
    },
  ];
}

function subjectTable(
  { metric, subjects }: MetricReport,
  { precision }: Report,
  language: Language,
): TextTable {
  return {
    title: formatMessage(reportTexts.bySubject, { metric }, language),
    columns: [reportTexts.subject[language], reportTexts.score[language], reportTexts.sessions[language]],
    rows: subjects.map(({ subject, score, sessions }) => [
      subject,
      shownScore(score, precision),
      String(sessions),
    ]),
  };
}

function sessionTable(
  { metric, sessions }: MetricReport,
  { precision }: Report,
  language: Language,
): TextTable[] {
  if (sessions.every(({ session }) => session === allSessions)) return [];
  const table = {
    title: formatMessage(reportTexts.bySession, { metric }, language),
    columns: [
      reportTexts.subject[language],
      reportTexts.session[language],
      reportTexts.score[language],
      reportTexts.rows[language],
    ],
    rows: sessions.map(({ subject, session, score, rows }) => [
      subject,
      session,
      shownScore(score, precision),
      String(rows),
    ]),
  };
  return [table];
}

function notesOf(report: Report, language: Language): string[] {
  const { metrics, statistics, counts, warnings, run, verified } = report;
  const { resamples, seed } = statistics;
  const notes = [formatMessage(reportTexts.seedNote, { resamples, seed: String(seed) }, language)];
  for (const { metric, skipped, problem } of metrics) {
    if (problem !== null) {
      notes.push(formatMessage(reportTexts.noMetric, { metric, reason: problem[language] }, language));
    }
    for (const { subject, session, reason } of skipped) {
      const left = { metric, subject, session, reason: reason[language] };
      notes.push(formatMessage(reportTexts.skippedSession, left, language));
    }
  }
  if (warnings.includes("few-subjects")) notes.push(fewSubjectsWarning(counts.subjects, language) ?? "");
  if (warnings.includes("not-verified")) notes.push(...notVerified(warnings, language));
  if (run !== undefined) notes.push(runNote(run, verified, language));
  return notes;
}

/** Why not, one line a reason. */
function notVerified(warnings: Report["warnings"], language: Language): string[] {
  const reasons = {
    "not-isolated": reportTexts.notIsolated,
    "not-fitted": reportTexts.notFitted,
    "not-streamed": reportTexts.notStreamed,
  } as const;
  const named = Object.entries(reasons).filter(([warning]) =>
    warnings.includes(warning as keyof typeof reasons),
  );
  if (named.length === 0) return [reportTexts.notVerified[language]];
  return named.map(([, text]) => text[language]);
}

function runNote({ isolation, predictions }: RunFacts, verified: boolean, language: Language): string {
  const words = { isolation, predictions: predictions.slice(0, 12) };
  return formatMessage(verified ? reportTexts.verifiedRun : reportTexts.plainRun, words, language);
}
