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

    const pulled = Array.from(pullOnset, Number.isFinite);
    const outcomeOf = (trial: number): string => {
      if (words[trial] === "success") return "success";
      return pulled[trial] ? "short-pull" : "no-response";
    };
    const counts: Record<string, number> = { success: 0, "short-pull": 0, "no-response": 0 };
    words.forEach((_, trial) => counts[outcomeOf(trial)]!++);
    outcomes[name] = counts;

    // all of a file's misses are alike, so the first one tells
    missMeans[name] = outcomeOf(words.indexOf("miss"));

    responseRate[name] = pulled.filter(Boolean).length / pulled.length;
  }
  return { outcomes, missMeans, responseRate };
}
