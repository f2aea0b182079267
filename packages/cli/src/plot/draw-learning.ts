import { commandTexts, isBraidynError } from "@braidyn/core";
import type { PlotSpec } from "@braidyn/plots";
import type { LearningDay } from "@braidyn/plots";
import { withSession } from "../open-file.ts";
import { withProgress } from "../progress.ts";
import { findSessions } from "../sessions/find.ts";
import type { Shell } from "../shell.ts";
import type { PlotRequest } from "./draw.ts";

/** Learning curves of all task sessions among the files; rest and sensory stimulation have nothing to learn. */
export async function drawLearning({ files, options, remote }: PlotRequest, shell: Shell): Promise<PlotSpec> {
  const { learningCurvePlot, learningDays } = await import("@braidyn/plots");
  const { concat, trials } = await import("@braidyn/tables");
  const paths = (await findSessions(files, shell, remote)).map(({ path }) => path);
  const tables: Awaited<ReturnType<typeof trials>>[] = [];
  await withProgress(shell, shell.text(commandTexts.reading), paths.length, async (advance) => {
    for (const [i, path] of paths.entries()) {
      const read = withSession(path, shell, (session) => trials(session), remote);
      const table = await read.catch(nullWhereMissing);
      if (table !== null) tables.push(table);
      advance(i + 1, path);
    }
  });
  const skipped = paths.length - tables.length;
  if (skipped > 0) await shell.note(shell.text(commandTexts.plotSkipped, { count: skipped }));
  const days: LearningDay[] = tables.length > 0 ? learningDays(concat(tables)) : [];
  return learningCurvePlot(days, options);
}

function nullWhereMissing(error: unknown): null {
  if (isBraidynError(error, "NWB_MISSING")) return null;
  throw error;
}
