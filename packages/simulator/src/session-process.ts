import { serveTasks } from "@braidyn/core/pool";
import type { SessionOptions } from "./options.ts";
import { simulateSession } from "./session.ts";
import { writeSession } from "./write-session.ts";

/** A session to be simulated and where its file goes. */
export interface SessionTask {
  readonly options: SessionOptions;
  readonly path: string;
}

// A process of a cohort's pool.
serveTasks(({ options, path }: SessionTask) => writeSession(simulateSession(options), path));
