import { readFile, stat } from "node:fs/promises";
import { BraidynError } from "@braidyn/core";
import type { PlotSpec, Submission } from "@braidyn/plots";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import type { PlotRequest } from "./draw.ts";

/** A list of scores that is larger is something else. */
const maxBytes = 50_000_000;

/** The progress of a board from files with a row a submission. @throws BraidynError `PLOT_PROGRESS_FILE`. */
export async function drawProgress({ files, options }: PlotRequest, shell: Shell): Promise<PlotSpec> {
  const { boardProgressPlot } = await import("@braidyn/plots");
  const lists = await Promise.all(files.map((file) => readSubmissions(file, locate(shell.context, file))));
  return boardProgressPlot(lists.flat(), options);
}

async function readSubmissions(path: string, located: string): Promise<Submission[]> {
  const stats = await stat(located).catch(() => null);
  if (stats === null) throw new BraidynError("COMMAND_NOT_FOUND", { path });
  if (!stats.isFile() || stats.size > maxBytes) {
    throw new BraidynError("PLOT_PROGRESS_FILE", { path, reason: `${stats.size} B` });
  }
  const text = await readFile(located, "utf8");
  const rows = /\.json$/i.test(path) ? parseJson(path, text) : await parseCsv(text);
  return rows.map((row, i) => submissionOf(path, row, i));
}

function parseJson(path: string, text: string): unknown[] {
  try {
    const parsed = JSON.parse(text) as unknown;
    if (Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new BraidynError(
      "PLOT_PROGRESS_FILE",
      { path, reason: String((cause as Error).message) },
      { cause },
    );
  }
  throw new BraidynError("PLOT_PROGRESS_FILE", { path, reason: "[...]" });
}

async function parseCsv(text: string): Promise<unknown[]> {
  const { fromCSV } = await import("arquero");
  return fromCSV(text.replace(/^\uFEFF/, ""), { autoType: false }).objects();
}

function submissionOf(path: string, row: unknown, index: number): Submission {
  const { team, time, score } = (row ?? {}) as Readonly<Record<string, unknown>>;
  const scored = score === null || score === "" ? NaN : Number(score);
  const at = typeof time === "number" ? time : String(time ?? "");
  const known = team !== undefined && team !== null && Number.isFinite(new Date(at).getTime());
  if (known && Number.isFinite(scored)) return { team: String(team), time: at, score: scored };
  const found = JSON.stringify({ team, time, score }).slice(0, 200);
  throw new BraidynError("PLOT_PROGRESS_FILE", { path, reason: `${index + 1}: ${found}` });
}
