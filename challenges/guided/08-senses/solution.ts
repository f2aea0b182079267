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
    const times = starts.filter((_, trial) => senses[trial] === sense);
    stimuli[sense] = times.length;
    const windows = align(dff, times, { beforeSeconds: 0.5, afterSeconds: 0.5 });

    const { data, count, columns: regions } = features(windows, { range: [0, 0.5], baseline: [-0.5, 0] });
    const changes = regions.map((_, r) => {
      let sum = 0;
      for (let w = 0; w < count; w++) sum += data[w * regions.length + r] as number;
      return sum / count;
    });
    response[sense] = Object.fromEntries(regions.map((name, r) => [name, changes[r]]));

    strongest[sense] = regions[changes.indexOf(Math.max(...changes))];
  }
  return { stimuli, response, strongest };
}
