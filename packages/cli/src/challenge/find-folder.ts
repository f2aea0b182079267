import { existsSync } from "node:fs";
import { join } from "node:path";
import { BraidynError } from "@braidyn/core";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

/** A challenge's folder as `loadChallenge` takes it: the folder where there is one, else the catalogue's id. */
export function folderOrId(given: string, { context }: Shell): string {
  const folder = locate(context, given);
  return existsSync(join(folder, "challenge.yaml")) ? folder : given;
}

/** The folder of a challenge given by its folder or its id. @throws BraidynError `CHALLENGE_UNKNOWN`. */
export async function challengeFolder(given: string, shell: Shell): Promise<string> {
  const { catalogueFolders } = await import("@braidyn/challenges");
  const found = folderOrId(given, shell);
  if (existsSync(join(found, "challenge.yaml"))) return found;
  const folder = catalogueFolders().get(given);
  if (folder !== undefined) return folder;
  const known = [...catalogueFolders().keys()].join(", ");
  throw new BraidynError("CHALLENGE_UNKNOWN", { name: given, known });
}
