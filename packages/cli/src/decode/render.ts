import { commandTexts } from "@braidyn/core";
import type { Report, TextReport } from "@braidyn/harness";
import type { Shell } from "../shell.ts";
import type { DecodingLine } from "./decoding-table.ts";

/** The decoding table for people: a row a baseline. */
export function renderDecoding(
  challenge: string,
  lines: readonly DecodingLine[],
  { text }: Shell,
): TextReport {
  const report = lines.find(({ across, within }) => across ?? within);
  const { counts, metrics } = report?.across ?? report?.within ?? { counts: null, metrics: [] };
  const columns = [
    text(commandTexts.decodeBaseline),
    text(commandTexts.decodeAcross),
    "95 %",
    text(commandTexts.decodeWithin),
    "95 %",
    text(commandTexts.decodeGap),
    text(commandTexts.decodeShuffled),
  ];
  const rows = lines.map(({ baseline, across, within, shuffled }) => [
    ...[baseline, shown(scoreOf(across)), interval(across), shown(scoreOf(within)), interval(within)],
    ...[shown(gapOf(within, across)), shown(scoreOf(shuffled))],
  ]);
  const facts = {
    challenge,
    metric: metrics[0]?.metric ?? "–",
    subjects: counts?.subjects ?? 0,
    sessions: counts?.sessions ?? 0,
    rows: counts?.rows ?? 0,
  };
  return {
    title: text(commandTexts.decodeTitle, facts),
    tables: [{ title: "", columns, rows }],
    notes: [text(commandTexts.decodeNote)],
  };
}

/** The primary score. */
export function scoreOf(report: Report | null): number | null {
  return report?.metrics[0]?.score ?? null;
}

/** How much better a model knows its own mice. */
export function gapOf(within: Report | null, across: Report | null): number | null {
  const [own, other] = [scoreOf(within), scoreOf(across)];
  return own === null || other === null ? null : own - other;
}

function interval(report: Report | null): string {
  const { low = null, high = null } = report?.metrics[0] ?? {};
  return low === null || high === null ? "–" : `[${shown(low)}, ${shown(high)}]`;
}

function shown(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}
