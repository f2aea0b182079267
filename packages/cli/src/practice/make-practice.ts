import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BraidynError } from "@braidyn/core";
import type { Bundle, Challenge, SplitDefinition } from "@braidyn/harness";
import type { BuiltBundle } from "@braidyn/harness/build";
import type { Interruption } from "../interruption.ts";
import { practiceCohort } from "./cohort.ts";

export interface PracticeOptions {
  readonly challenge: Challenge;
  /** The bundle's folder, absolute: not there yet, or empty. */
  readonly outDir: string;
  /** The folder as it was asked for. */
  readonly shown: string;
  readonly seed: number;
  readonly mice: number;
  /** Of a session. */
  readonly minutes: number;
  readonly interruption: Interruption;
  /** Runs each step, which tells after every session how many are done. */
  readonly inStep: <T>(
    step: PracticeStep,
    sessions: number,
    work: (onSession: (done: number) => void) => Promise<T>,
  ) => Promise<T>;
}

export type PracticeStep = "simulate" | "build" | "train";

/** As many as there are real ones; then the challenge's own split is taken. */
export const realMice = 25;

/**
 * Simulates sessions, builds both halves of a challenge's bundle from them and trains its baselines, whose predictions
 * stand in the bundle's folder `baselines`. The sessions go again; the folder is whole or not there. The same options
 * give the same bytes.
 *
 * @throws BraidynError `PRACTICE_CHALLENGE`, `SPLIT_TOO_FEW`, `SIMULATOR_OPTION`, and what building a bundle throws.
 */
export async function makePractice(options: PracticeOptions): Promise<BuiltBundle> {
  return wholeFolder(options, async (holder) => {
    const paths = await simulate(options, join(holder, "sessions"));
    const folder = join(holder, "bundle");
    const built = await build(options, paths, folder);
    await rm(join(holder, "sessions"), { recursive: true });
    await trainBaselines(options, folder);
    return { ...built, folder: options.shown };
  });
}

/** Works in a folder beside the wanted one, whose part `bundle` takes the wanted name at the end. */
async function wholeFolder<T>(
  { outDir, shown, interruption }: PracticeOptions,
  work: (holder: string) => Promise<T>,
): Promise<T> {
  const holder = await makeHolder(outDir, shown);
  const forget = interruption.temporary(holder);
  try {
    const result = await interruption.attended(() => work(holder));
    if (existsSync(outDir)) await rmdir(outDir);
    await rename(join(holder, "bundle"), outDir);
    return result;
  } finally {
    await rm(holder, { recursive: true, force: true });
    forget();
  }
}

async function makeHolder(outDir: string, shown: string): Promise<string> {
  try {
    await mkdir(dirname(outDir), { recursive: true });
    return await mkdtemp(join(dirname(outDir), `.${basename(outDir)}-`));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("COMMAND_SYSTEM", { path: shown, reason }, { cause });
  }
}

async function simulate(options: PracticeOptions, outDir: string): Promise<string[]> {
  const { challenge, seed, mice, minutes, inStep } = options;
  const { days, streams } = practiceCohort(challenge.definition);
  const { cohortPaths, simulateCohort } = await import("@braidyn/simulator");
  // small masks for a quick start: no challenge reads them
  const cohort = { seed, mice, minutes, days, streams, maskSize: 48, outDir };
  return inStep("simulate", cohortPaths(cohort).length, (onSession) =>
    simulateCohort({ ...cohort, onProgress: ({ done }) => onSession(done) }),
  );
}

async function build(
  { challenge, seed, mice, inStep }: PracticeOptions,
  paths: readonly string[],
  outDir: string,
): Promise<BuiltBundle> {
  const { buildBundle } = await import("@braidyn/harness/build");
  const split = await practiceSplit(challenge.definition.split, mice, seed);
  // practice hides nothing, and the same seed should give the same bytes
  const secret = "0".repeat(64);
  return inStep("build", paths.length, (onSession) =>
    buildBundle({
      ...{ challenge, split, secret, outDir, sessions: { paths } },
      onProgress: ({ done }) => onSession(done),
    }),
  );
}

/** The challenge's own where the mice are those of the dataset, else one like it. */
async function practiceSplit(own: SplitDefinition, mice: number, seed: number): Promise<SplitDefinition> {
  if (mice === realMice && own.unit !== "session") return own;
  const { fitSplit } = await import("@braidyn/harness");
  const { subjectId } = await import("@braidyn/simulator");
  return fitSplit(
    own,
    Array.from({ length: mice }, (_, mouse) => subjectId(mouse)),
    seed,
  );
}

async function trainBaselines({ challenge, inStep }: PracticeOptions, folder: string): Promise<void> {
  const { openBundle } = await import("@braidyn/harness/build");
  const bundle: Bundle = await openBundle(folder);
  const { formatPredictionsCsv, runBaseline } = await import("@braidyn/harness");
  await mkdir(join(folder, "baselines"));
  await inStep("train", 0, async () => {
    for (const name of Object.keys(challenge.baselines)) {
      const { rowIds, columns } = await runBaseline(challenge, name, bundle);
      await writeFile(join(folder, "baselines", `${name}.csv`), formatPredictionsCsv(rowIds, columns));
    }
  });
}
