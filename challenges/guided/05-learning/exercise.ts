/** Lesson 5: the staircase and 15 days of learning. */
import { loadCSV } from "arquero";

interface Trial {
  subject: string;
  day: number;
  pull_onset: number | null;
  outcome: "success" | "short-pull" | "no-response";
}

/** `path` is the table of trials. */
export async function answer(path: string) {
  const trials = (await loadCSV(path)).objects() as Trial[];

  // TODO 1: for each day the median over mice of the share of trials with a pull
  const responseRate = null;

  // TODO 2: T_pull of every trial of the first mouse, by the rule
  const first = trials.filter(({ subject }) => subject === trials[0]?.subject);
  const requiredSeconds = null;

  return { responseRate, requiredSeconds };
}
