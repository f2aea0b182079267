import { BraidynError } from "@braidyn/core";
import { execFile, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { findBinaries, type Binaries } from "./binaries.ts";
import { closedFolder, databaseUser, type DatabaseUser } from "./os-user.ts";
import { runningPostmaster, startPostmaster, workingFolder } from "./postmaster.ts";

/** A PostgreSQL that this process runs, started again should it die. */
export interface Cluster {
  readonly url: string;
  readonly folder: string;
  /** The process that answers now; tests kill it. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly folder: string;
  readonly onEvent?: ((event: string, detail: object) => void) | undefined;
}

/** Where a server's folder keeps what. */
export const clusterFiles = {
  data: "database",
  log: "database.log",
  password: "database-password",
  url: "database-url",
} as const;

const userName = "braidyn";
const startMilliseconds = 60_000;

/**
 * Starts the database of a folder, making it first where there is none. Call it under the folder's lock.
 *
 * @throws BraidynError `LEADERBOARD_DATABASE_BINARIES`, `LEADERBOARD_DATABASE_START`, `LEADERBOARD_FOLDER_CLOSED`.
 */
export async function startCluster({ folder, onEvent = () => {} }: ClusterOptions): Promise<Cluster> {
  const data = join(folder, clusterFiles.data);
  const log = join(folder, clusterFiles.log);
  const user = await databaseUser(data);
  if (user !== null) await openWay(folder, user);
  const binaries = await findBinaries(folder, user);
  const password = await readPassword(folder);
  await removeUnfinished(folder);
  if ((await stat(join(data, "PG_VERSION")).catch(() => null)) === null) {
    await initialise({ folder, data, log, binaries, user, password });
  }
  await stopRunning(data);
  const port = await choosePort(folder);
  const url = `postgres://${userName}:${password}@127.0.0.1:${port}/postgres`;
  const start = () => startPostmaster({ binaries, data, port, log, user });
  let child = start();
  await untilReady(child, url, log);
  await writePrivate(join(folder, clusterFiles.url), url);

  let stopping = false;
  /** Backends outlive a killed postmaster for a moment and hold its memory: then it takes a few attempts. */
  const revive = async (code: number | null, signal: string | null): Promise<void> => {
    if (stopping) return;
    onEvent("database ended", { code, signal });
    for (let attempt = 1; !stopping; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(200 * attempt, 2000)));
      if (stopping) return;
      child = start();
      try {
        await untilReady(child, url, log);
        onEvent("database restarted", { attempt });
        watch();
        return;
      } catch (error) {
        onEvent("database did not restart", { attempt, reason: String(error) });
      }
    }
  };
  const watch = (): void => void child.once("exit", (code, signal) => void revive(code, signal));
  watch();
  return {
    url,
    folder,
    pid: () => child.pid,
    stop: async () => {
      stopping = true;
      await ended(child, "SIGINT"); // fast: no waiting for clients
    },
  };
}

/**
 * As root, lets the database's user pass the folder itself, which is ours. What is above belongs to others and may be
 * closed to it (`/root`, a temporary folder): on Linux its processes then call their own folder `/proc/self/cwd`, where
 * root has put them, and never ask for the way.
 */
async function openWay(folder: string, user: DatabaseUser): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o777) | 0o001);
  const parent = await closedFolder(user, folder);
  if (parent === null || process.platform === "linux") return;
  throw new BraidynError("LEADERBOARD_FOLDER_CLOSED", { user: user.name, path: folder, parent });
}

async function readPassword(folder: string): Promise<string> {
  const path = join(folder, clusterFiles.password);
  const found = await readFile(path, "utf8").catch(() => null);
  if (found !== null) return found.trim();
  const made = randomBytes(24).toString("base64url");
  await writePrivate(path, made);
  return made;
}

async function writePrivate(path: string, text: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^database\.new-/.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

interface Initialisation {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly user: DatabaseUser | null;
  readonly password: string;
}

/** Made under another name: a start that was killed in between leaves no half database. */
async function initialise({ folder, data, log, binaries, user, password }: Initialisation): Promise<void> {
  const part = join(folder, `${clusterFiles.data}.new-${process.pid}`);
  await mkdir(part, { mode: 0o700 });
  const passwordName = `database.new-${process.pid}-password`;
  const passwordFile = join(folder, passwordName);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== null) {
    await chown(part, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const options = ["-U", userName, "--auth=scram-sha-256", `--pwfile=../${passwordName}`];
  const locale = ["--encoding=UTF8", "--locale=C", "--no-instructions"];
  try {
    await promisify(execFile)(binaries.initdb, ["-D", workingFolder(part), ...options, ...locale], {
      cwd: part,
      env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" },
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    await rename(part, data);
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string };
    await writeFile(log, stderr ?? message, { flag: "a", mode: 0o600 });
    const reason = (stderr ?? message).trim().split("\n").at(-1) ?? "";
    throw new BraidynError("LEADERBOARD_DATABASE_START", { reason, log }, { cause });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(part, { recursive: true, force: true });
  }
}

/** Ends a database whose server was killed before it could: it may still serve workers that nobody watches. */
async function stopRunning(data: string): Promise<void> {
  const pid = await runningPostmaster(data);
  if (pid === null) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 300; waited++) {
    if ((await runningPostmaster(data)) === null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The port of last time where it is free, so that workers on this machine find the database again. */
async function choosePort(folder: string): Promise<number> {
  const last = await readFile(join(folder, clusterFiles.url), "utf8").catch(() => "");
  const port = Number(/:(\d+)\/postgres$/.exec(last)?.[1] ?? 0);
  return (port > 0 ? await freePort(port) : null) ?? (await freePort(0)) ?? 0;
}

function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const { port: found } = server.address() as { port: number };
      server.close(() => resolve(found));
    });
  });
}

async function untilReady(child: ChildProcess, url: string, log: string): Promise<void> {
  let gone: string | null = null;
  child.once("error", (error) => (gone = error.message));
  child.once("exit", (code, signal) => (gone = signal ?? `exit code ${code}`));
  const until = Date.now() + startMilliseconds;
  while (gone === null && Date.now() < until) {
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (gone === null) child.kill("SIGKILL");
  throw new BraidynError("LEADERBOARD_DATABASE_START", { reason: gone ?? "no answer within 60 s", log });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const late = setTimeout(() => child.kill("SIGQUIT"), 15_000);
    child.once("exit", () => {
      clearTimeout(late);
      resolve();
    });
    child.kill(signal);
  });
}
