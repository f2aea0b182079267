import { statSync } from "node:fs";
import { dirname } from "node:path";

/** Whether a user who is neither owner nor in any group gets to a path; not whether what stands there can be read. */
export function everyoneGetsTo(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === "/") return true;
  }
}
