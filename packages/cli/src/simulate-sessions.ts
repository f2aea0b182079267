import { setImmediate } from "node:timers/promises";
import type { CohortOptions } from "@braidyn/simulator";

/**
 * Simulates a cohort a session at a time, mouse by mouse, and returns the paths. Between two sessions the process gets
 * round to its signals, which simulating alone does not let it.
 *
 * @param onSession told how many sessions are done and the last one's path; what it throws ends the work.
 * @throws BraidynError as `simulateCohort`.
 */
export async function simulateSessions(
  { mice, days, ...cohort }: Omit<CohortOptions, "mice" | "days" | "onProgress"> & CohortShape,
  onSession: (done: number, path: string) => void,
): Promise<string[]> {
  const { simulateCohort } = await import("@braidyn/simulator");
  const paths: string[] = [];
  for (let mouse = 0; mouse < mice; mouse++) {
    for (const day of days) {
      const [path = ""] = await simulateCohort({ ...cohort, mice: [mouse], days: [day] });
      paths.push(path);
      await setImmediate();
      onSession(paths.length, path);
    }
  }
  return paths;
}

interface CohortShape {
  readonly mice: number;
  readonly days: readonly number[];
}
