/**
 * Sessions shaped like BraiDyn-BC's, from a seed: the NWB layout, the behaviour and its learning, the cortex's responses.
 *
 * ```ts
 * import { simulateCohort } from "@braidyn/simulator";
 *
 * const paths = await simulateCohort({ mice: 8, days: 3, minutes: 6, seed: 1, outDir: "sessions" });
 * ```
 */
export {
  cohortPaths,
  simulateCohort,
  type CohortOptions,
  type CohortProgress,
  type FileNames,
} from "./cohort.ts";
export { simulateEvents, simulateSession, type SimulatedSession } from "./session.ts";
export { writeSession } from "./write-session.ts";
export { type Layout, type OutcomeLabels, type SessionOptions, type Stream } from "./options.ts";
export { sessionDate, subjectId } from "./subjects.ts";
export { areas, regions } from "./regions.ts";
export type { Events, Interval, Outcome, Pull, Stimulus, Trial } from "./behaviour/events.ts";
