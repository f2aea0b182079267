import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { everyoneGetsTo } from "./everyone.ts";
import { startCaretaker, type Caretaker } from "./caretaker.ts";
import { unprivilegedIdentity } from "./identity.ts";

/**
 * The one folder of this process under which everything stands that its runs are given and leave. Its path tells nothing.
 * Only the harness's user and, where that is root, the group of what it runs get into it.
 */
export interface Workspace {
  readonly path: string;
  /** What the names of this process's cgroups begin with. */
  readonly groupPrefix: string;
  /** Stands on the command line of everything that starts a run of this process, and nowhere else. */
  readonly mark: string;
  /** Null on Windows. */
  readonly caretaker: Caretaker | null;
  /** A new, empty folder in it. */
  makeFolder(): string;
}

let current: Workspace | null = null;

/** This process's workspace, made when it is first asked for, removed when the process ends, even if it is killed. */
export function workspace(): Workspace {
  current ??= makeWorkspace();
  return current;
}

function makeWorkspace(): Workspace {
  const path = mkdtempSync(join(temporaryFolder(), "braidyn-"));
  closeToOthers(path);
  process.once("exit", () => rmSync(path, { recursive: true, force: true }));
  const groupPrefix = `braidyn-${process.pid}-${startTime(process.pid) ?? 0}-`;
  const mark = `run-${randomBytes(12).toString("hex")}`;
  let count = 0;
  return {
    ...{ path, groupPrefix, mark },
    caretaker: process.platform === "win32" ? null : startCaretaker(path, groupPrefix, mark),
    makeFolder: () => {
      // in a process that lives for weeks the system may have tidied it away
      if (!existsSync(path)) {
        mkdirSync(path, { mode: 0o700 });
        closeToOthers(path);
      }
      const folder = join(path, String(count++));
      mkdirSync(folder);
      chmodSync(folder, 0o755);
      return folder;
    },
  };
}

/** `TMPDIR`, save where the user whom programs run as could not get there. */
function temporaryFolder(): string {
  const wanted = realpathSync(tmpdir());
  if (unprivilegedIdentity() === null) return wanted;
  return (
    [wanted, "/tmp", "/var/tmp"].find((folder) => existsSync(folder) && everyoneGetsTo(join(folder, "x"))) ??
    wanted
  );
}

function closeToOthers(path: string): void {
  const identity = unprivilegedIdentity();
  if (identity === null) return;
  chownSync(path, 0, identity.gid);
  chmodSync(path, 0o710);
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
