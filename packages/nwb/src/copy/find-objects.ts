import { corrupt } from "../hdf5/errors.ts";
import type { StoredFile } from "./stored-file.ts";

/** One name on the way to an object. */
export interface Step {
  readonly name: string;
  readonly address: number;
}

/**
 * Hard links that lead from the root to the objects at some addresses; those that none leads to are missing.
 *
 * @throws BraidynError `NWB_CORRUPT` after looking at `most` objects.
 */
export async function findObjects(
  file: StoredFile,
  wanted: ReadonlySet<number>,
  most: number,
): Promise<ReadonlyMap<number, readonly Step[]>> {
  const ways = new Map<number, readonly Step[]>([[file.rootAddress, []]]);
  const waiting = [file.rootAddress];
  let missing = [...wanted].filter((address) => address !== file.rootAddress).length;
  for (let address = waiting.shift(); address !== undefined && missing > 0; address = waiting.shift()) {
    const links = [...((await file.links(address)) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, link] of links) {
      if (link.kind !== "hard" || ways.has(link.address)) continue;
      if (ways.size >= most) throw corrupt(file.label, 0, `more than ${most} objects`);
      ways.set(link.address, [...(ways.get(address) ?? []), { name, address: link.address }]);
      if (wanted.has(link.address)) missing--;
      waiting.push(link.address);
    }
  }
  return ways;
}
