import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle, Challenge, SplitDefinition } from "@braidyn/harness";
import type { BuiltBundle } from "@braidyn/harness/build";
import { makeWholeFolder, type WantedFolder } from "../whole-folder.ts";
import { practiceCohort } from "./cohort.ts";

export interface PracticeOptions {
  readonly challenge: Challenge;
  /** The bundle's. */
  readonly folder: WantedFolder;
  readonly seed: number;
  readonly mice: number;
  /** Of a session. */
  readonly minutes: number;
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
  const { folder: wanted } = options;
  return makeWholeFolder(wanted, (folder, scratch) =>
    wanted.interruption.attended(async () => {
      const paths = await simulate(options, scratch);
      const built = await build(options, paths, folder);
      await rm(scratch, { recursive: true });
      await trainBaselines(options, folder);
      return { ...built, folder: wanted.shown };
    }),
  );
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
