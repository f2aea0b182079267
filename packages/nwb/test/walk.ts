import { isBraidynError } from "@braidyn/core";
import type { Hdf5Reader } from "../src/hdf5/reader.ts";

/** What became of each thing that was read: "ok" or an error's code, by path and what was asked. */
export type Walked = ReadonlyMap<string, string>;

/** Asks a file for everything that it names, down to `depth` groups; anything but a BraidynError is thrown on. */
export async function walk(reader: Hdf5Reader, depth: number): Promise<Walked> {
  const found = new Map<string, string>();
  const ask = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      const result = await work();
      found.set(what, "ok");
      return result;
    } catch (error) {
      if (!isBraidynError(error)) throw error;
      found.set(what, error.code);
      return null;
    }
  };
  const visit = async (path: string, left: number): Promise<void> => {
    await ask(`${path} attributes`, () => reader.attributes(path));
    if (await ask(`${path} dataset`, () => reader.dataset(path)))
      await ask(`${path} read`, () => reader.read(path));
    if (left === 0) return;
    const names = await ask(`${path} members`, () => reader.members(path));
    for (const name of names ?? []) await visit(`${path === "/" ? "" : path}/${name}`, left - 1);
  };
  await visit("/", depth);
  return found;
}

/** The codes of everything that failed, sorted, each once. */
export function failures(walked: Walked): string[] {
  return [...new Set(walked.values())].filter((result) => result !== "ok").sort();
}
