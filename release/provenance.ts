import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { outputOf, runCommand } from "./command.ts";
import { root, type PackedPackage } from "./pack.ts";

/** Where packed packages came from, so that anyone can make the same ones and compare. */
export interface Provenance {
  /** The commit that they were made from. */
  readonly commit: string;
  /** Whether every file was as committed. */
  readonly clean: boolean;
  readonly node: string;
  readonly npm: string;
  /** SHA-256 of `package-lock.json`: the versions of everything that took part. */
  readonly lockFile: string;
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly file: string;
    readonly integrity: string;
  }[];
}

export async function provenanceOf(packed: readonly PackedPackage[]): Promise<Provenance> {
  const git = async (...args: string[]) => (await runCommand("git", args, { cwd: root })).stdout.trim();
  const lock = await readFile(join(root, "package-lock.json"));
  return {
    commit: await git("rev-parse", "HEAD"),
    clean: (await git("status", "--porcelain")) === "",
    node: process.version,
    npm: (await outputOf("npm", ["--version"], { cwd: root })).trim(),
    lockFile: createHash("sha256").update(lock).digest("hex"),
    packages: packed.map(({ name, version, path, integrity }) => ({
      ...{ name, version, file: basename(path), integrity },
    })),
  };
}
