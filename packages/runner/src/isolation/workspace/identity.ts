import { readFileSync } from "node:fs";

/**
 * Whom programs run as where the harness is root: a user without a name, a file or another process. 60578 to 61183 are set aside
 * for nobody by systemd's list of ids, and they exist in containers that map only the first 65,536.
 */
const unprivilegedId = 61111;

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user and group that programs run as; null where that is the harness's own user. So it is, too, where "root" is an ordinary
 * user's own name inside a namespace that has no second user.
 */
export function unprivilegedIdentity(): Identity | null {
  if (process.getuid?.() !== 0 || process.platform !== "linux") return null;
  const known = ["uid_map", "gid_map"].every((name) => mapped(readFileSync(`/proc/self/${name}`, "utf8")));
  return known ? { uid: unprivilegedId, gid: unprivilegedId } : null;
}

/** Lines of a map are: first id inside, first id outside, how many. */
function mapped(map: string): boolean {
  return map.split("\n").some((line) => {
    const [inside = NaN, , count = NaN] = line.trim().split(/\s+/).map(Number);
    return unprivilegedId >= inside && unprivilegedId < inside + count;
  });
}
