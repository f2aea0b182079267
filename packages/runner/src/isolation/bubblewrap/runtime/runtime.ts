import type { Runtime } from "../../isolation.ts";

/** What of this machine an interpreter needs, and how it is called. All paths are the same inside and outside. */
export interface RuntimeFiles {
  readonly runtime: Runtime;
  /** The interpreter, absolute, and what always follows it, for a memory of `memoryBytes`. */
  command(memoryBytes: number): readonly string[];
  /** Files and folders that a program may read, none inside another. */
  readonly readable: readonly string[];
  readonly links: readonly Link[];
}

/** A symbolic link to be made. */
export interface Link {
  readonly path: string;
  readonly target: string;
}

/** Leaves out what stands in another one, and what is named twice. Shorter paths come first. */
export function withoutNested(paths: readonly string[]): string[] {
  const kept: string[] = [];
  for (const path of [...new Set(paths)].sort((a, b) => a.length - b.length)) {
    if (!kept.some((folder) => path.startsWith(`${folder}/`))) kept.push(path);
  }
  return kept;
}
