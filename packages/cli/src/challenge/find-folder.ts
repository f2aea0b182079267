import { existsSync } from "node:fs";
import { join } from "node:path";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

/** A challenge's folder as `loadChallenge` takes it: the folder where there is one, else the catalogue's id. */
export function folderOrId(given: string, { context }: Shell): string {
  const folder = locate(context, given);
  return existsSync(join(folder, "challenge.yaml")) ? folder : given;
}
