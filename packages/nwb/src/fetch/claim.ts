import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { BraidynError } from "@braidyn/core";

/** Who works in a folder. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the system counts it; null where it does not tell. */
  readonly started: string | null;
}

/**
 * Two that start in the same moment both step back, and a process that was killed takes a moment to end; after so many
 * tries, some two seconds, it is somebody who stays.
 */
const mostTries = 30;

/**
 * Claims a folder for this process; returns how to give it up. What a process that is dead has left does not count.
 *
 * Every claim is a file with a name of its own, and whoever has made one looks for others after that. So of two, one sees
 * the other, whatever the timing, and no claim can be taken for another's.
 *
 * @param state folder of the claims, made where it is missing.
 * @throws BraidynError `FETCH_LOCKED`
 */
export async function claimFolder(state: string, folder: string): Promise<() => Promise<void>> {
  for (let tries = 1; ; tries++) {
    const name = `claim.${process.pid}.${randomBytes(8).toString("hex")}`;
    await makeClaim(state, name);
    const other = await otherClaim(state, name);
    if (other === null) return () => rm(join(state, name), { force: true });
    await rm(join(state, name), { force: true });
    if (tries === mostTries) {
      const { pid, host } = other.owner;
      throw new BraidynError("FETCH_LOCKED", { folder, host, pid: String(pid), file: other.file });
    }
    await wait(20 + 100 * Math.random());
  }
}

async function makeClaim(state: string, name: string): Promise<void> {
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    started: (await processState(process.pid))?.started ?? null,
  };
  for (let tries = 1; ; tries++) {
    await mkdir(state, { recursive: true });
    try {
      return await writeFile(join(state, name), JSON.stringify(owner), { flag: "wx" });
    } catch (error) {
      // A fetch that has just ended took the folder away.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || tries === mostTries) throw error;
    }
  }
}

async function otherClaim(state: string, own: string): Promise<{ owner: Owner; file: string } | null> {
  for (const name of await readdir(state)) {
    if (!name.startsWith("claim.") || name === own) continue;
    const file = join(state, name);
    const owner = await ownerIn(file, name);
    if (owner === null) continue;
    if (await isAlive(owner)) return { owner, file };
    await rm(file, { force: true });
  }
  return null;
}

/** The claim's owner; null once the claim is gone. The pid stands in the name, too, for claims not yet written. */
async function ownerIn(file: string, name: string): Promise<Owner | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const pid = Number(name.split(".")[1]);
  try {
    const { host, started } = JSON.parse(text) as Partial<Owner>;
    return {
      pid,
      host: typeof host === "string" ? host : hostname(),
      started: typeof started === "string" ? started : null,
    };
  } catch {
    return { pid, host: hostname(), started: null };
  }
}

/** Of another machine's processes nothing is known: they count as alive. */
async function isAlive({ pid, host, started }: Owner): Promise<boolean> {
  if (host !== hostname()) return true;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = await processState(pid);
  if (now === null) return true;
  // Numbers are given out again, and a dead process keeps its own until its parent has asked after it.
  return !now.isDead && (started === null || now.started === started);
}

/** What Linux tells of a process; null elsewhere. Source: proc(5), `/proc/PID/stat`. */
async function processState(pid: number): Promise<{ isDead: boolean; started: string } | null> {
  const text = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => null);
  if (text === null) return null;
  // The name, in brackets, may hold anything; after it comes the state, and the start as field 22.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { isDead: fields[0] === "Z" || fields[0] === "X", started: fields[19] ?? "" };
}
