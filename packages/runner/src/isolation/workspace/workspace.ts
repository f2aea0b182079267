import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unprivilegedIdentity } from "./identity.ts";

/**
 * The one folder of this process under which everything stands that its runs are given and leave. Its path tells nothing.
 * Only the harness's user and, where that is root, the group of what it runs get into it.
 */
export interface Workspace {
  readonly path: string;
  /** What the names of this process's cgroups begin with. */
  readonly groupPrefix: string;
  /** A new, empty folder in it. */
  makeFolder(): string;
}

let current: Workspace | null = null;

/** This process's workspace, made when it is first asked for, removed when the process ends. */
export function workspace(): Workspace {
  current ??= makeWorkspace();
  return current;
}

function makeWorkspace(): Workspace {
  const path = mkdtempSync(join(realpathSync(tmpdir()), "braidyn-"));
  const identity = unprivilegedIdentity();
  if (identity !== null) {
    chownSync(path, 0, identity.gid);
    chmodSync(path, 0o710);
  }
  process.once("exit", () => rmSync(path, { recursive: true, force: true }));
  let count = 0;
  return {
    path,
    groupPrefix: `braidyn-${process.pid}-${startTime(process.pid) ?? 0}-`,
    makeFolder: () => {
      const folder = join(path, String(count++));
      mkdirSync(folder);
      chmodSync(folder, 0o755);
      return folder;
    },
  };
}

/** When a process started, in the kernel's ticks since the machine did; null where there is no such process. */
export function startTime(id: number): string | null {
  try {
    // the second field is a name in parentheses, in which anything may stand
    const fields = readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)?.split(" ");
    return fields?.[19] ?? null;
  } catch {
    return null;
  }
}
