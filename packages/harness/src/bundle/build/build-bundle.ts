import { BraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import type { Challenge } from "../../challenge/contract.ts";
import type { SplitDefinition } from "../../challenge/definition.ts";
import { createSplit } from "../../split/assign.ts";
import { bundleSplits, type PrivateManifest, type PublicManifest } from "../manifest.ts";
import { createPseudonyms, readSecret } from "../pseudonyms.ts";
import { arrangeSplit } from "./arrange.ts";
import { collectSessions, type BuildProgress, type Collected } from "./collect.ts";
import { makeFolder } from "./folder.ts";
import { writePrivate, writePublic } from "./write-halves.ts";

/** Sessions to be opened one by one, so that their number is known beforehand. */
export interface SessionSource {
  readonly paths: readonly string[];
  open(path: string): Promise<Session>;
}

export interface BuildOptions {
  readonly challenge: Challenge;
  /** In any order; each is closed after use. */
  readonly sessions: AsyncIterable<Session> | Iterable<Session> | SessionSource;
  /** The bundle's folder, made by this call. */
  readonly outDir: string;
  /** Instead of the definition's, for other cohorts; see `autoSplit`. */
  readonly split?: SplitDefinition | undefined;
  /** 32 bytes or 64 hexadecimal digits. The same sessions and secret give the same bytes; a random one by default. */
  readonly secret?: Uint8Array | string | undefined;
  /** Given to `examples()` mixed with the session's key; the definition's `statistics.seed` by default. */
  readonly seed?: number | undefined;
  /** Replaces an older bundle of that name, once the new one is complete. */
  readonly overwrite?: boolean | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
}

/** What was built. */
export interface BuiltBundle {
  readonly folder: string;
  readonly manifest: PublicManifest;
  readonly privateManifest: PrivateManifest;
}

/**
 * Builds a bundle, its public and its private half, from sessions. Holds one session's input in memory at a time.
 *
 * @throws BraidynError `BUNDLE_EXISTS`, `BUNDLE_EMPTY` (no train or no test rows), `BUNDLE_SESSION_TWICE`,
 * `BUNDLE_SECRET`, `CHALLENGE_EXAMPLES`, `SPLIT_*`, and what a damaged session throws. Nothing is left behind then.
 */
export async function buildBundle(options: BuildOptions): Promise<BuiltBundle> {
  const { challenge, outDir, sessions, onProgress = () => {} } = options;
  const split = options.split ?? challenge.definition.split;
  const secret = readSecret(options.secret);
  const seed = options.seed ?? challenge.definition.statistics.seed;
  const assign = createSplit(split);
  return makeFolder(outDir, options.overwrite ?? false, async (folder, scratch) => {
    const total = "paths" in sessions ? sessions.paths.length : null;
    const source = "paths" in sessions ? openEach(sessions) : sessions;
    const found = { challenge, assign, seed, folder: scratch, total, onProgress };
    const collected = await collectSessions(source, found);
    refuseEmpty(collected);
    const names = await createPseudonyms(secret, challenge.definition.id);
    const known = split.known_subjects ?? false;
    const arranged = await Promise.all(
      bundleSplits.map((name) => arrangeSplit(name, collected.used, names, known)),
    );
    const manifest = await writePublic(folder, { challenge, split, seed, collected, arranged });
    const privateManifest = await writePrivate(folder, { challenge, split, secret, collected, arranged });
    return { folder: outDir, manifest, privateManifest };
  });
}

async function* openEach({ paths, open }: SessionSource): AsyncGenerator<Session> {
  for (const path of paths) yield await open(path);
}

function refuseEmpty({ used, skipped, subjects }: Collected): void {
  const isTest = (group: string) => group === "public" || group === "private";
  const lacking = !used.some(({ group }) => group === "train")
    ? "train"
    : used.some(({ group }) => isTest(group))
      ? null
      : "test";
  if (lacking === null) return;
  const names = [...subjects].sort().slice(0, 10).join(", ");
  throw new BraidynError("BUNDLE_EMPTY", {
    group: lacking,
    used: used.length,
    sessions: used.length + skipped.length,
    reasons: reasonCounts(skipped),
    subjects: names || "-",
  });
}

/** `missing 2, unused 14` */
function reasonCounts(skipped: Collected["skipped"]): string {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${reason} ${count}`).join(", ") || "-";
}
