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
