import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { BraidynError } from "@braidyn/core";
import { parseChallenge } from "@braidyn/harness";
import { challengeFolder, codeFolder, schemaFile } from "./catalogue.ts";

export interface CopyOptions {
  /** A challenge of the catalogue by its id, or any by its folder. */
  readonly from: string;
  /** Name of the new challenge. */
  readonly id: string;
  /** The folder to make; nothing may be there yet. */
  readonly outDir: string;
}

/**
 * Makes a new challenge from another one: its folder with the id changed, as a package of its own that needs no other
 * folder. It is complete or not there at all.
 *
 * @returns the files made, relative to `outDir`, sorted.
 * @throws BraidynError `CHALLENGE_UNKNOWN`, `CHALLENGE_NEW_ID`, `CHALLENGE_NEW_EXISTS`, `CHALLENGE_NEW_WRITE`, and what
 * `parseChallenge` throws about the challenge that is copied.
 */
export async function copyChallenge({ from, id, outDir }: CopyOptions): Promise<string[]> {
  const source = challengeFolder(from);
  const path = join(source, "challenge.yaml");
  const { id: oldId } = parseChallenge(await readFile(path, "utf8"), path);
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) throw new BraidynError("CHALLENGE_NEW_ID", { id });
  const target = resolve(outDir);
  if (existsSync(target) && (await readdir(target).catch(() => ["a file"])).length > 0) {
    throw new BraidynError("CHALLENGE_NEW_EXISTS", { path: outDir });
  }
  try {
    return await makeWhole(target, (folder) => fill(folder, { source, oldId, id }));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined || cause instanceof BraidynError) throw cause;
    throw new BraidynError("CHALLENGE_NEW_WRITE", { path: outDir, reason: message }, { cause });
  }
}

/** Fills a folder beside `target`, which takes its name at the end. */
async function makeWhole<T>(target: string, fill: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(dirname(target), { recursive: true });
  const holder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const folder = join(holder, "challenge");
    await mkdir(folder);
    const result = await fill(folder);
    if (existsSync(target)) await rmdir(target);
    await rename(folder, target);
    return result;
  } finally {
    await rm(holder, { recursive: true, force: true });
  }
}

interface Renamed {
  readonly source: string;
  readonly oldId: string;
  readonly id: string;
}

async function fill(folder: string, { source, oldId, id }: Renamed): Promise<string[]> {
  const code = codeFolder(source);
  for (const file of await filesOf(source, isText)) await copyRenamed(join(source, file), join(folder, file));
  for (const file of await filesOf(code, isCode)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(await followed(join(code, file)), join(folder, file));
  }
  await cp(schemaFile, join(folder, basename(schemaFile)));
  const manifest = { name: id, private: true, type: "module" };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return filesOf(folder, () => true);

  async function copyRenamed(from: string, to: string): Promise<void> {
    const whole = new RegExp(`(?<![\\w-])${oldId}(?![\\w-])`, "g");
    const text = (await readFile(from, "utf8")).replace(whole, id);
    await writeFile(to, text.replace("$schema=../", "$schema=./"));
  }
}

function isText(file: string): boolean {
  return /^(challenge\.yaml|README(\.\w+)?\.md)$/.test(file);
}

function isCode(file: string): boolean {
  return /(?<!\.d)\.[jt]s$/.test(file);
}

/** Files of a folder, relative to it, sorted; those of installed packages and of builds are not its own. */
async function filesOf(folder: string, wanted: (file: string) => boolean): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => !/(^|\/)(node_modules|dist|test)\//.test(file) && wanted(file))
    .sort();
}

/** A file that only passes on another challenge's is that other one: a copy has no neighbours. */
async function followed(file: string): Promise<string> {
  const text = await readFile(file, "utf8");
  const target = /^export \{[^}]*\} from "(\.\.?\/[^"]+)";\s*(?:\/\/#.*\s*)?$/.exec(text)?.[1];
  return target === undefined ? file : followed(join(dirname(file), target));
}
