import { BraidynError } from "@braidyn/core";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";

/** Held by the one server that works in a folder. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When that process began, so that another one of the same number is told from it; null where that is not known. */
  readonly began: string | null;
}

/**
 * Takes a folder for this process. What a killed server left behind is recognised by its process being gone.
 *
 * @throws BraidynError `LEADERBOARD_FOLDER_IN_USE`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, "server.lock");
  const own: Holder = { pid: process.pid, host: hostname(), began: await beginningOf(process.pid) };
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, JSON.stringify(own), { flag: "wx", mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await linked(temporary, path)) return { release: () => rm(path, { force: true }) };
      const holder = await readHolder(path);
      if (holder !== null && (await isAlive(holder))) {
        throw new BraidynError("LEADERBOARD_FOLDER_IN_USE", {
          path: folder,
          pid: String(holder.pid),
          host: holder.host,
        });
      }
      await takeAway(path, holder);
    }
  } finally {
    await rm(temporary, { force: true });
  }
  throw new BraidynError("LEADERBOARD_FOLDER_IN_USE", { path: folder, pid: "?", host: hostname() });
}

/** A link appears at once or not at all, whoever else tries. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead holder's lock, and puts back one that came in its place meanwhile. */
async function takeAway(path: string, dead: Holder | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const taken = await readHolder(aside);
  if (JSON.stringify(taken) !== JSON.stringify(dead)) await linked(aside, path);
  await rm(aside, { force: true });
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const { pid, host, began } = JSON.parse(await readFile(path, "utf8")) as Holder;
    return { pid, host, began };
  } catch {
    return null;
  }
}

/** A holder on another machine, through a shared folder, is taken to be alive: nobody here can know. */
async function isAlive({ pid, host, began }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = await beginningOf(pid);
  return began === null || now === null || now === began;
}

/** Ticks since boot and the boot itself; Linux only. Source: proc(5), field 22 of stat. */
async function beginningOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return "ended"; // a zombie works on nothing
    return `${boot.trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}
