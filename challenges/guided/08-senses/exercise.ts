/** Lesson 8: responses to flash, noise and touch. */
import { openSession } from "@braidyn/nwb";
import { align, features } from "@braidyn/tables";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const dff = await session.dff();
  const { columns } = await session.trials();
  session.close();
  const starts = columns["start_time"] as Float64Array;
  const senses = columns["stim_modality"] as string[];

  const stimuli: Record<string, unknown> = {};
  const response: Record<string, unknown> = {};
  const strongest: Record<string, unknown> = {};
  for (const sense of ["visual", "auditory", "somatosensory"]) {
    // TODO 1: the times of this sense's stimuli
    const times: number[] = [];
    stimuli[sense] = times.length;
    const windows = align(dff, times, { beforeSeconds: 0.5, afterSeconds: 0.5 });

    // TODO 2: `features` gives mean(range) - mean(baseline) a window and region, row by row; average over windows
    response[sense] = null;

    // TODO 3: the region with the largest response
    strongest[sense] = null;
  }
  return { stimuli, response, strongest };
}
