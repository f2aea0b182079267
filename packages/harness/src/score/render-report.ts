import { formatMessage, reportTexts, type Language } from "@braidyn/core";
import { fewSubjectsWarning } from "../statistics/few-subjects.ts";
import { allSessions } from "./board-groups.ts";
import type { MetricReport, Report } from "./report.ts";
import { shownInterval, shownScore, type TextReport, type TextTable } from "./text-table.ts";

/** A report as tables of texts: all metrics, then the primary one by subject and by session. */
export function renderReport(report: Report, { language }: { readonly language: Language }): TextReport {
  const primary = report.metrics[0];
  const details =
    primary === undefined
      ? []
      : [
          ...columnTable(primary, language),
          subjectTable(primary, language),
          ...sessionTable(primary, language),
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

function metricTable({ metrics, statistics, counts }: Report, language: Language): TextTable {
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
      shownScore(metric.score),
      shownInterval(metric.low, metric.high),
      metric.worst === null ? "-" : `${shownScore(metric.worst.score)} (${metric.worst.subject})`,
      shownScore(metric.chance),
      reportTexts[metric.direction === "maximize" ? "higher" : "lower"][language],
      `${metric.subjects.length}/${counts.subjects}`,
      `${metric.sessions.length}/${counts.sessions}`,
    ]),
  };
}

/** Where there are several. */
function columnTable({ metric, columns }: MetricReport, language: Language): TextTable[] {
  if (columns.length < 2) return [];
  return [
    {
      title: formatMessage(reportTexts.byColumn, { metric }, language),
      columns: [reportTexts.column[language], reportTexts.score[language]],
      rows: columns.map(({ column, score }) => [column, shownScore(score)]),
    },
  ];
}

function subjectTable({ metric, subjects }: MetricReport, language: Language): TextTable {
  return {
    title: formatMessage(reportTexts.bySubject, { metric }, language),
    columns: [reportTexts.subject[language], reportTexts.score[language], reportTexts.sessions[language]],
    rows: subjects.map(({ subject, score, sessions }) => [subject, shownScore(score), String(sessions)]),
  };
}

function sessionTable({ metric, sessions }: MetricReport, language: Language): TextTable[] {
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
      shownScore(score),
      String(rows),
    ]),
  };
  return [table];
}

function notesOf({ metrics, statistics, counts, warnings }: Report, language: Language): string[] {
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
  if (warnings.includes("not-verified")) notes.push(reportTexts.notVerified[language]);
  return notes;
}
