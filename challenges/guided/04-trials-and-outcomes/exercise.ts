/** Lesson 4: trials and outcomes. */
import { basename } from "node:path";
import { openSession } from "@braidyn/nwb";

/** `paths` are the files of two sessions. */
export async function answer(paths: string[]) {
  const outcomes: Record<string, unknown> = {};
  const missMeans: Record<string, unknown> = {};
  const responseRate: Record<string, unknown> = {};
  for (const path of paths) {
    const session = await openSession(path);
    const { columns } = await session.trials();
    session.close();
    const words = columns["trial_outcome"] as string[];
    const pullOnset = columns["pull_onset"] as Float64Array;
    const name = basename(path);

    // TODO 1: count the three outcomes, from `success` and from whether there was a pull
    outcomes[name] = { success: null, "short-pull": null, "no-response": null };

    // TODO 2: which outcome do the trials have whose word is "miss"?
    missMeans[name] = null;

    // TODO 3: the share of trials with a pull
    responseRate[name] = null;
  }
  return { outcomes, missMeans, responseRate };
}
