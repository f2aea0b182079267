import { homedir, tmpdir } from "node:os";
import { dirname } from "node:path";
import type { EntrySource } from "../entry/entry.ts";

/** Places of this machine that a program without isolation can print, and a team need not read. */
export function hostPlaces(source: EntrySource): string[] {
  const own = "path" in source ? [dirname(source.path)] : [];
  const places = [...own, process.cwd(), homedir(), tmpdir(), dirname(process.execPath)];
  return places.filter((place) => place.length > 1 && place.startsWith("/"));
}
