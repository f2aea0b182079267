import { BraidynError, closestName } from "@braidyn/core";
import type { Board, Bundle } from "@braidyn/harness";
import type { PlotSpec } from "@braidyn/plots";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import { findEntries, type EntryFile } from "../submission/entries.ts";
import { scoreFile } from "../submission/score-file.ts";
import type { PlotRequest } from "./draw.ts";
import { calibrationOf, rocOf } from "./entry-curves.ts";
import { pairRows } from "./pair-rows.ts";

/**
 * Plots that compare predictions with a bundle's truth.
 *
 * @throws BraidynError `PLOT_BUNDLE`, `SUBMISSION_*`, `BUNDLE_*`, `METRIC_*`.
 */
export async function drawScores(
  kind: "roc" | "calibration" | "mouse-dots",
  { files, selection, options }: PlotRequest,
  shell: Shell,
): Promise<PlotSpec> {
  if (selection.bundle === undefined) throw new BraidynError("PLOT_BUNDLE", { kind });
  const { calibrationPlot, rocPlot } = await import("@braidyn/plots");
  const { openBundle } = await import("@braidyn/harness/build");
  const bundle = await openBundle(locate(shell.context, selection.bundle));
  const entries = await findEntries(files, shell);
  const board = selection.board ?? "validation";
  const given = { source: `${bundle.definition.title[shell.language]}, ${board}`, ...options };
  if (kind === "mouse-dots") return drawDots(bundle, board, entries, given);
  const column = columnOf(bundle, selection.column);
  const rows = [];
  for (const { name, path } of entries) rows.push({ name, ...(await pairRows(path, bundle, board, column)) });
  if (kind === "roc") return rocPlot(await Promise.all(rows.map(rocOf)), given);
  return calibrationPlot(await Promise.all(rows.map(calibrationOf)), given);
}

function columnOf({ definition }: Bundle, asked: string | undefined): string {
  const known = Object.keys(definition.truth);
  if (asked === undefined) return known[0] as string;
  if (known.includes(asked)) return asked;
  const expected = `${closestName(asked, known)} (${known.join(", ")})`;
  throw new BraidynError("COMMAND_OPTION", { option: "--column", found: asked, expected });
}

async function drawDots(
  bundle: Bundle,
  board: Board,
  entries: readonly EntryFile[],
  options: PlotRequest["options"],
): Promise<PlotSpec> {
  const { mouseDotsPlot } = await import("@braidyn/plots");
  const reports = [];
  for (const { name, path } of entries) reports.push({ name, report: await scoreFile(path, bundle, board) });
  const scored = reports.flatMap(({ name, report: { metrics } }) => {
    const { score = null, low = null, high = null, subjects = [] } = metrics[0] ?? {};
    return score === null ? [] : [{ name, score, low, high, subjects }];
  });
  const { metric, chance } = reports[0]?.report.metrics[0] ?? {};
  return mouseDotsPlot(scored, { ...(metric && { metric }), chance: chance ?? null, ...options });
}
