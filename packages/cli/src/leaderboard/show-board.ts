import { commandTexts, formatMessage, reportTexts } from "@braidyn/core";
import type { TextReport } from "@braidyn/harness";
import type { Board, BoardEntry } from "@braidyn/leaderboard/api";
import type { Shell } from "../shell.ts";

/** A server's board as a table: teams, the baselines between them, the controls below. */
export function boardReport(board: Board, { language, text }: Shell): TextReport {
  const percent = Math.round(board.level * 1000) / 10;
  const columns = [
    reportTexts.rank[language],
    reportTexts.name[language],
    `${reportTexts.score[language]} (${board.metric})`,
    formatMessage(reportTexts.interval, { percent }, language),
    "",
  ];
  const number = (value: number | null) => value?.toFixed(board.precision) ?? "-";
  const interval = ({ low, high }: { low: number | null; high: number | null }) =>
    low === null || high === null ? "-" : `[${number(low)}, ${number(high)}]`;
  const marks = ({ kind, verified }: BoardEntry) => [
    ...(kind === "baseline" ? [text(commandTexts.boardBaseline)] : []),
    ...(verified ? [text(commandTexts.boardVerified)] : []),
  ];
  const entries = board.entries.map((entry) => [
    entry.rank === null ? "-" : String(entry.rank),
    entry.name,
    entry.score === null ? reportTexts.noScore[language] : number(entry.score),
    interval(entry),
    marks(entry).join(", "),
  ]);
  const controls = board.controls
    .filter(({ score }) => score !== null)
    .map((line) => ["-", line.control, number(line.score), interval(line), ""]);
  const { challenge, board: name, frozenAt, rejudged } = board;
  return {
    title: formatMessage(reportTexts.reportTitle, { challenge, board: name }, language),
    tables: [{ title: "", columns, rows: [...entries, ...controls] }],
    notes: [
      reportTexts.sharedRank[language],
      ...(frozenAt === null ? [] : [text(commandTexts.boardFrozen, { when: frozenAt })]),
      ...(rejudged === null
        ? []
        : [text(commandTexts.boardRejudged, { when: rejudged.at, reason: rejudged.reason })]),
    ],
  };
}
