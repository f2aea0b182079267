import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** Programs of this machine that a run is started with, by absolute path. */
export interface Tools {
  readonly bwrap: string;
  readonly prlimit: string;
  readonly setpriv: string;
  readonly unshare: string;
  readonly bash: string;
  readonly sh: string;
}

const packages = {
  ...{ bwrap: "bubblewrap", prlimit: "util-linux", setpriv: "util-linux", unshare: "util-linux" },
  ...{ bash: "bash", sh: "dash" },
} as const satisfies Record<keyof Tools, string>;

/** Only folders that root alone may write: what stands first on a search path may be anyone's. */
const folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/run/current-system/sw/bin"];

/** The tools, or the packages that would bring those which are missing. */
export function findTools(): { readonly tools: Tools } | { readonly missing: readonly string[] } {
  const found = Object.keys(packages).map((name) => [name, locate(name)] as const);
  const missing = found.flatMap(([name, path]) => (path === null ? [packages[name as keyof Tools]] : []));
  if (missing.length > 0) return { missing: [...new Set(missing)] };
  return { tools: Object.fromEntries(found) as unknown as Tools };
}

function locate(name: string): string | null {
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
