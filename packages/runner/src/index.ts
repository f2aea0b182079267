/**
 * Runs submitted models in isolation.
 *
 * @module
 */
export type {
  Conversation,
  Isolation,
  Limits,
  OutputFile,
  Paths,
  Place,
  RunEnd,
  RunRequest,
  RunResult,
  Runtime,
} from "./isolation/isolation.ts";
export {
  chooseIsolation,
  findIsolation,
  type IsolationFound,
  type IsolationOptions,
} from "./isolation/choose-isolation.ts";
export type { Probe } from "./isolation/bubblewrap/probe.ts";
export { none } from "./isolation/none/none.ts";
export { makeStaging, type Staging } from "./isolation/workspace/staging.ts";
