/** Lesson 6: peri-event averages over 44 regions. */
import { openSession } from "@braidyn/nwb";
import { align, peth } from "@braidyn/tables";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const dff = await session.dff();
  const { columns } = await session.trials();
  session.close();
  const onsets = columns["pull_onset"] as Float64Array;
  const outcomes = columns["trial_outcome"] as string[];

  // TODO 1: only the pulls of rewarded trials
  const pulls: number[] = [];

  // `align` cuts a window around each event and leaves out those that do not fit
  const windows = align(dff, pulls, { beforeSeconds: 0.5, afterSeconds: 1 });

  // TODO 2: average them with `peth`, taking off the half second before the pull; `mean` is samples x regions, row by row
  const average = null;

  // TODO 3: the region whose average is largest from the pull on (sample `windows.samplesBefore`)
  const strongest = null;

  return { windows: windows.count, average, strongest };
}
