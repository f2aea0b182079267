import { rm } from "node:fs/promises";
import { workspace } from "./workspace.ts";

/** A folder for what runs are given, such as an unpacked submission or the inputs of a bundle. */
export interface Staging {
  /** Absolute; what stands below it can be a {@link Place} as it is, without being copied for every run. */
  readonly path: string;
  /** Removes it and everything in it. */
  close(): Promise<void>;
}

/**
 * A new folder whose path tells a program nothing about this machine, its user or the submission. It goes when it is closed,
 * at the latest with the process, even one that is killed.
 */
export function makeStaging(): Staging {
  const path = workspace().makeFolder();
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}
