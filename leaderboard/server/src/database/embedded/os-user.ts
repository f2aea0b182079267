import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

/** Whom the database runs as; PostgreSQL refuses to be root. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** A user of its own, because the database's files belong to whoever it runs as. */
const ownName = "braidyn-db";

/**
 * The user that the database must run as: null for the one that this process has. As root, the owner of the data where
 * there are some, else a system user that is made for it, else PostgreSQL's own or `nobody`.
 */
export async function databaseUser(dataFolder: string): Promise<DatabaseUser | null> {
  if (process.getuid?.() !== 0) return null;
  const users = await knownUsers();
  const owner = await stat(dataFolder).catch(() => null);
  const before = users.find(({ uid }) => uid === owner?.uid && uid !== 0);
  return before ?? users.find(({ name }) => name === ownName) ?? (await makeUser()) ?? fallback(users);
}

async function knownUsers(): Promise<DatabaseUser[]> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

async function makeUser(): Promise<DatabaseUser | null> {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  await promisify(execFile)("useradd", [...options, "--shell", "/usr/sbin/nologin", ownName]).catch(() => {});
  return (await knownUsers()).find(({ name }) => name === ownName) ?? null;
}

function fallback(users: readonly DatabaseUser[]): DatabaseUser | null {
  return users.find(({ name }) => name === "postgres") ?? users.find(({ name }) => name === "nobody") ?? null;
}

/** The first folder on the way to `path` that the user may not pass; null when it can be reached. */
export async function closedFolder(user: DatabaseUser, path: string): Promise<string | null> {
  const parent = dirname(path);
  const above = parent === path ? null : await closedFolder(user, parent);
  if (above !== null) return above;
  const { mode, uid, gid } = await stat(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? path : null;
}

export async function isOpenTo(user: DatabaseUser, folder: string): Promise<boolean> {
  return (await closedFolder(user, folder)) === null;
}
