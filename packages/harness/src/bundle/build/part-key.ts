import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { ChallengeDefinition } from "../../challenge/definition.ts";
import { harnessVersion } from "../../version.ts";
import { canonicalJson } from "../canonical-json.ts";

/** What decides the rows that a session gives, beside its file. */
export interface PartSource {
  readonly definition: ChallengeDefinition;
  /** See `codeDigest`. */
  readonly code: string;
  readonly seed: number;
}

/**
 * SHA-256 over everything that a session's rows follow from: a part is only taken for what has the same key. The split
 * and the secret are not in it, for they decide nothing of the rows of a session.
 *
 * @throws NodeJS.ErrnoException when there is no such file.
 */
export async function partKey(path: string, { definition, code, seed }: PartSource): Promise<string> {
  const {
    split: _split,
    title: _title,
    description: _description,
    phases: _phases,
    ...deciding
  } = definition;
  const source = {
    harness: harnessVersion,
    definition: deciding,
    code,
    seed,
    file: await fileIdentity(path),
  };
  return createHash("sha256").update(canonicalJson(source)).digest("hex");
}

/**
 * What changes whenever a file is written to: ctime cannot be set back, as mtime can. Sessions are GBs; hashing them
 * would take longer than reading what a challenge needs of them.
 */
export async function fileIdentity(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(":");
}
