import { BraidynError } from "@braidyn/core";
import { availableParallelism } from "node:os";
import type { Challenge } from "../../challenge/contract.ts";
import type { SplitDefinition } from "../../challenge/definition.ts";
import { createSplit } from "../../split/assign.ts";
import { bundleSplits, type PrivateManifest, type PublicManifest } from "../manifest.ts";
import { createPseudonyms, readSecret } from "../pseudonyms.ts";
import { arrangeSplit } from "./arrange.ts";
import { collectSessions, type BuildProgress, type Collected, type Sessions } from "./collect.ts";
import { makeFolder } from "./folder.ts";
import { controlsOf } from "./controls-of.ts";
import { writeHalves } from "./write-halves.ts";

export interface BuildOptions {
  readonly challenge: Challenge;
  /** In any order; each is closed after use. By paths, several at a time. */
  readonly sessions: Sessions;
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
  /** Processes that take sessions given by their paths; as many as the machine has cores, at most 8, by default. */
  readonly jobs?: number | undefined;
  /** What to do about a session that cannot be read: end with an error that names it, or list it as left out. */
  readonly failed?: "refuse" | "skip" | undefined;
  /** Keeps what was taken of each session until the build ends, and goes on from there the next time. */
  readonly resume?: boolean | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
}

/** What was built. */
export interface BuiltBundle {
  readonly folder: string;
  readonly manifest: PublicManifest;
  readonly privateManifest: PrivateManifest;
}

/** More processes than this wait for the disk. */
const mostJobs = 8;

/**
 * Builds a bundle, its public and its private half, from sessions: the same bytes for the same sessions, secret and
 * seed, whatever the order, the number of processes, the time zone or the language. A process holds one session's input
 * in memory at a time.
 *
 * @throws BraidynError `BUNDLE_EXISTS`, `BUNDLE_EMPTY` (no train or no test rows), `BUNDLE_SESSION_TWICE`,
 * `BUNDLE_SESSION_FAILED`, `BUNDLE_WRITE`, `BUNDLE_SECRET`, `CHALLENGE_EXAMPLES`, `SPLIT_*`. Nothing is left behind
 * then, except what `resume` asks for.
 */
export async function buildBundle(options: BuildOptions): Promise<BuiltBundle> {
  const { challenge, outDir, sessions, onProgress = () => {}, failed = "refuse", resume = false } = options;
  const split = options.split ?? challenge.definition.split;
  const secret = readSecret(options.secret);
  const seed = options.seed ?? challenge.definition.statistics.seed;
  const jobs = options.jobs ?? Math.min(mostJobs, availableParallelism());
  const assign = createSplit(split);
  const folders = { overwrite: options.overwrite ?? false, keepParts: resume };
  return makeFolder(outDir, folders, async ({ folder, scratch, parts }) => {
    const found = { challenge, split, assign, seed, parts, scratch, jobs, failed, onProgress };
    const collected = await collectSessions(sessions, found);
    refuseEmpty(collected);
    const names = await createPseudonyms(secret, challenge.definition.id);
    const definition = { ...challenge.definition, split };
    const arranged = await Promise.all(
      bundleSplits.map((name) => arrangeSplit(name, collected.used, names, definition)),
    );
    const controls = await controlsOf(definition, arranged, seed);
    const halves = await writeHalves(folder, { definition, seed, secret, collected, arranged, controls });
    return { folder: outDir, ...halves };
  });
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
