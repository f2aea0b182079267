import { chmod, mkdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EntryFiles } from "../entry/entry.ts";
import type { OutputFile, Place } from "../isolation/isolation.ts";
import { makeStaging } from "../isolation/workspace/staging.ts";

/** When everything that a program sees was written: the earliest time of a zip file. Real ones would tell of the machine. */
const staged = new Date("1980-01-01T00:00:00Z");

/** A folder of this machine that holds what one run needs, and nothing else. */
export interface Staging {
  readonly path: string;
  /** Writes files that a program may read, under a neutral name. */
  folder(name: string, files: EntryFiles): Promise<Place>;
  file(name: string, bytes: Uint8Array): Promise<Place>;
  /** Makes the empty file that a program is to fill. */
  output(name: string): Promise<OutputFile>;
}

/** Runs work with a staging folder, which is gone afterwards, however the work ended. */
export async function withStaging<T>(work: (staging: Staging) => Promise<T>): Promise<T> {
  const { path, close } = makeStaging();
  try {
    return await work(stagingIn(path));
  } finally {
    await close();
  }
}

/** Staging in a folder that is there, and that someone else removes. */
export function stagingIn(root: string): Staging {
  return {
    path: root,
    folder: async (name, files) => {
      const path = join(root, name);
      await writeFolder(path, files);
      return { name, path };
    },
    file: async (name, bytes) => {
      const path = join(root, name);
      await writeStaged(path, bytes);
      return { name, path };
    },
    output: async (name) => {
      const path = join(root, `out-${name}`);
      await writeFile(path, "", { mode: 0o600, flag: "wx" });
      return { name, path };
    },
  };
}

async function writeFolder(path: string, files: EntryFiles): Promise<void> {
  const folders = new Set([path]);
  for (const [name, bytes] of files) {
    const file = join(path, name);
    for (let folder = dirname(file); folder.length > path.length; folder = dirname(folder))
      folders.add(folder);
    await mkdir(dirname(file), { recursive: true });
    await writeStaged(file, bytes);
  }
  await mkdir(path, { recursive: true });
  for (const folder of folders) {
    await chmod(folder, 0o755);
    await utimes(folder, staged, staged);
  }
}

async function writeStaged(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { mode: 0o644, flag: "wx" });
  await chmod(path, 0o644); // whatever the umask
  await utimes(path, staged, staged);
}
