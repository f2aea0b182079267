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

  const pulls = onsets.filter((_, trial) => outcomes[trial] === "success");

  // `align` cuts a window around each event and leaves out those that do not fit
  const windows = align(dff, pulls, { beforeSeconds: 0.5, afterSeconds: 1 });

  // each window starts where the slow drift happens to be: that is taken off
  const { mean, samples, columns: regions } = peth(windows, { baseline: [-0.5, 0] });
  const average: Record<string, number[]> = {};
  regions.forEach((name, r) => {
    average[name] = Array.from({ length: samples }, (_, s) => mean[s * regions.length + r] as number);
  });

  const responses = regions.map((name) =>
    average[name]!.slice(windows.samplesBefore).reduce((sum, value) => sum + value, 0),
  );
  const strongest = regions[responses.indexOf(Math.max(...responses))];

  return { windows: windows.count, average, strongest };
}
