import { readdirSync, rmdirSync, statSync } from "node:fs";
import { startTime } from "../../workspace/workspace.ts";
import type { Hierarchy } from "./hierarchies.ts";

/** Groups may stand empty for a moment while a run begins; those of another process are let alone for so long. */
const graceMs = 60_000;

/** Removes empty groups whose harness has ended and whose caretaker did not live to do so. */
export function sweep(hierarchies: readonly Hierarchy[]): void {
  for (const { parent } of hierarchies) {
    for (const name of readdirSync(parent)) {
      const [, id, started] = /^braidyn-(\d+)-(\d+)-\d+$/.exec(name) ?? [];
      if (id !== undefined && startTime(Number(id)) !== started) removeIfOld(`${parent}/${name}`);
    }
  }
}

function removeIfOld(folder: string): void {
  try {
    if (Date.now() - statSync(folder).ctimeMs > graceMs) rmdirSync(folder);
  } catch {
    // it is in use, or another process was faster
  }
}
