import type { ValuePath } from "./yaml-lines.ts";

/** Finds the file and line of a value: what every error about a definition names. */
export type Place = (path: ValuePath) => { path: string; line: number };
