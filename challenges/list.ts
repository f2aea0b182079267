import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseChallenge, type ChallengeDefinition } from "@braidyn/harness";
import { catalogueFolders } from "./catalogue.ts";

/** A challenge of the catalogue, its code not loaded. */
export interface ListedChallenge {
  readonly id: string;
  readonly folder: string;
  readonly definition: ChallengeDefinition;
}

/** All challenges of the catalogue, by id. @throws BraidynError `CHALLENGE_*` for a definition that is wrong. */
export async function listChallenges(): Promise<ListedChallenge[]> {
  return Promise.all(
    [...catalogueFolders()].map(async ([id, folder]) => {
      const path = join(folder, "challenge.yaml");
      return { id, folder, definition: parseChallenge(await readFile(path, "utf8"), path) };
    }),
  );
}
