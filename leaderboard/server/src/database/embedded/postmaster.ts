import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, openSync, closeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { DatabaseUser } from "./os-user.ts";

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly data: string;
  readonly port: number;
  readonly log: string;
  readonly user: DatabaseUser | null;
}

/**
 * Starts PostgreSQL on a data folder, reachable from this machine only. Whatever is acknowledged is on the disk: fsync,
 * full_page_writes and synchronous_commit are on whatever the folder's own configuration says.
 */
export function startPostmaster({ binaries, data, port, log, user }: PostmasterOptions): ChildProcess {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    max_connections: 200,
    shared_buffers: "128MB",
    wal_compression: "on",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const file = openSync(log, "a", 0o600);
  try {
    const [command, ...args] = [...endingWithUs(), binaries.postgres, "-D", workingFolder(data), ...given];
    return spawn(command!, args, {
      stdio: ["ignore", file, file],
      cwd: data,
      env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" },
      // a terminal's Ctrl-C is for the server, which then stops its database
      detached: true,
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
  } finally {
    closeSync(file);
  }
}

/** How a process that was started in `folder` calls it: on Linux without the way to it, which may be closed to its user. */
export function workingFolder(folder: string): string {
  return process.platform === "linux" ? "/proc/self/cwd" : folder;
}

/** On Linux, a launcher that has PostgreSQL shut down (SIGINT: fast) when this process is killed. */
function endingWithUs(): string[] {
  const launcher = "/usr/bin/setpriv";
  return process.platform === "linux" && existsSync(launcher) ? [launcher, "--pdeathsig", "INT", "--"] : [];
}

/** The process that a data folder's `postmaster.pid` names, if it lives. */
export async function runningPostmaster(data: string): Promise<number | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "postgres");
  if (!name.startsWith("postgres")) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}
