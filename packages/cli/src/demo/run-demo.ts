import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BoardEntry, Challenge, ControlLine, SplitDefinition } from "@braidyn/harness";
import type { BuiltBundle } from "@braidyn/harness/build";
import { scoreFile } from "../submission/score-file.ts";

export interface DemoOptions {
  /** Where everything is written, into {@link demoParts}. */
  readonly folder: string;
  readonly seed: number;
  readonly mice: number;
  readonly minutes: number;
  /** How many of them are for the private board; none unless it says so. */
  readonly privateMice?: number;
  /** Runs each step, which tells after every session how many are done. */
  readonly inStep: <T>(step: DemoStep, work: (onSession: (done: number) => void) => Promise<T>) => Promise<T>;
}

export type DemoStep = "simulate" | "build" | "train";

export interface DemoResult {
  /** The session files. */
  readonly paths: readonly string[];
  readonly built: BuiltBundle;
  /** The public board. */
  readonly entries: readonly BoardEntry[];
  /** What the board shows beside them. */
  readonly controls: readonly ControlLine[];
}

/** What the demo makes in its folder. */
export const demoParts = { sessions: "sessions", bundle: "bundle", predictions: "predictions" } as const;

/** The day of training that the demo's mice are recorded on: they pull the lever often by then. */
const day = 8;

/** Below this many mice the board warns that its intervals mean little. */
const heldOutMice = 8;

/**
 * The whole way of a challenge on simulated sessions: record, build the bundle, train the baselines, write their
 * predictions, score the files as `braidyn score` does.
 */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const { loadChallenge } = await import("@braidyn/challenges");
  const challenge = await loadChallenge("lever-pull");
  const paths = await simulate(options);
  const built = await build(challenge, paths, options);
  return { paths, built, entries: await train(challenge, options), controls: await controlsOf(options) };
}

async function controlsOf({ folder }: DemoOptions): Promise<ControlLine[]> {
  const { openBundle } = await import("@braidyn/harness/build");
  const { controlLines } = await import("@braidyn/harness");
  const controls = await (await openBundle(join(folder, demoParts.bundle))).controls();
  return controls === null ? [] : controlLines(controls, "public");
}

async function simulate({ folder, seed, mice, minutes, inStep }: DemoOptions): Promise<string[]> {
  // all that the challenge reads; small masks for a quick start
  const little = { streams: ["sensors"], maskSize: 48 } as const;
  const cohort = { seed, mice, minutes, days: [day], outDir: join(folder, demoParts.sessions) };
  const { simulateCohort } = await import("@braidyn/simulator");
  return inStep("simulate", (onSession) =>
    simulateCohort({ ...cohort, ...little, onProgress: ({ done }) => onSession(done) }),
  );
}

async function build(
  challenge: Challenge,
  paths: readonly string[],
  { folder, mice, privateMice, inStep }: DemoOptions,
): Promise<BuiltBundle> {
  const { buildBundle } = await import("@braidyn/harness/build");
  const split = await demoSplit(mice, privateMice);
  return inStep("build", (onSession) =>
    buildBundle({
      ...{ challenge, split, outDir: join(folder, demoParts.bundle) },
      // a demo hides nothing, and the same seed should give the same bytes
      secret: "0".repeat(64),
      sessions: { paths },
      onProgress: ({ done }) => onSession(done),
    }),
  );
}

async function train(challenge: Challenge, { folder, inStep }: DemoOptions): Promise<BoardEntry[]> {
  const { openBundle } = await import("@braidyn/harness/build");
  const { formatPredictionsCsv, runBaseline } = await import("@braidyn/harness");
  const bundle = await openBundle(join(folder, demoParts.bundle));
  await mkdir(join(folder, demoParts.predictions));
  return inStep("train", async () => {
    const entries: BoardEntry[] = [];
    for (const name of Object.keys(challenge.baselines)) {
      const path = join(folder, demoParts.predictions, `${name}.csv`);
      const { rowIds, columns } = await runBaseline(challenge, name, bundle);
      await writeFile(path, formatPredictionsCsv(rowIds, columns));
      entries.push({ name, report: await scoreFile(path, bundle, "public") });
    }
    return entries;
  });
}

/** Eight mice on the public board where there are enough, two to validate on, the others to learn from. */
async function demoSplit(mice: number, privateMice = 0): Promise<SplitDefinition> {
  const { subjectId } = await import("@braidyn/simulator");
  const ids = Array.from({ length: mice }, (_, mouse) => subjectId(mouse));
  const held = Math.min(heldOutMice, Math.max(1, Math.floor(mice / 2)));
  const validation = mice - held >= 4 ? 2 : mice - held >= 2 ? 1 : 0;
  return {
    unit: "subject",
    train: ids.slice(held + validation, mice - privateMice),
    validation: ids.slice(held, held + validation),
    public: ids.slice(0, held),
    private: ids.slice(mice - privateMice),
  };
}
