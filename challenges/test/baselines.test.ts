import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom, fitSplit, metrics, runBaseline, score, splitGroups } from "@braidyn/harness";
import type { Bundle, Challenge, ChallengeDefinition, MetricName, TruthTable } from "@braidyn/harness";
import type { SplitDefinition, SplitMember } from "@braidyn/harness";
import { buildBundle, openBundle } from "@braidyn/harness/build";
import { openSession } from "@braidyn/nwb";
import { simulateCohort, type CohortOptions } from "@braidyn/simulator";
import { listChallenges, loadChallenge } from "../index.ts";

const secret = "5a".repeat(32);
const folder = mkdtempSync(join(tmpdir(), "braidyn-baselines-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Cohort = Pick<CohortOptions, "mice" | "days" | "minutes" | "streams">;

/** Small cohorts that show what a challenge asks: many mice; early and late days; many days of a mouse. */
const cohorts = {
  mice: { mice: 12, days: [3, 12], minutes: 5, streams: ["sensors", "keypoints", "pupil"] },
  earlyLate: { mice: 8, days: [2, 13], minutes: 15, streams: ["sensors"] },
  days: { mice: 12, days: [1, 3, 5, 8, 11, 15], minutes: 8, streams: ["sensors"] },
} as const satisfies Record<string, Cohort>;
type CohortName = keyof typeof cohorts;

function cohortFor({ split, aggregation }: ChallengeDefinition): CohortName {
  if (split.unit === "subject-day") return "earlyLate";
  return aggregation === "subject" ? "days" : "mice";
}

const simulated = new Map<CohortName, Promise<string[]>>();

function sessionsOf(name: CohortName): Promise<string[]> {
  const known = simulated.get(name);
  if (known !== undefined) return known;
  const paths = simulateCohort({ ...cohorts[name], seed: 3, outDir: join(folder, name), maskSize: 48 });
  simulated.set(name, paths);
  return paths;
}

/** The challenge's split on the cohort with one test board, so that as many mice as possible are scored. */
function oneBoard(
  definition: ChallengeDefinition,
  subjects: readonly string[],
  seed: number,
): SplitDefinition {
  const { unit, known_subjects = false, ...groups } = fitSplit(definition.split, subjects, seed);
  const shape = { unit, known_subjects, validation: [], private: [] };
  if (unit !== "subject-day") {
    const train = [...groups.train, ...groups.validation];
    return { ...shape, train, public: [...groups.public, ...groups.private] };
  }
  const everyone = new Set(splitGroups.flatMap((group) => groups[group].flatMap(namesOf)));
  const trained = new Set(groups.train.flatMap(namesOf));
  const others = [...everyone].filter((subject) => !trained.has(subject));
  const late = groups.public[0] as Extract<SplitMember, { subjects: unknown }>;
  return {
    ...shape,
    train: groups.train,
    public: [{ ...late, subjects: others.length > 0 ? others : [...everyone] }],
  };
}

function namesOf(member: SplitMember): string[] {
  return typeof member === "object" && "subjects" in member ? member.subjects.map(String) : [String(member)];
}

const challenges = await listChallenges();

describe.each(challenges)("on simulated mice, $id", ({ id, definition }) => {
  let challenge: Challenge;
  let bundles: Bundle[];
  beforeAll(async () => {
    challenge = await loadChallenge(id);
    const paths = await sessionsOf(cohortFor(definition));
    const subjects = paths.map((path) => /GC-(\d+)_/.exec(path)?.[1] ?? "");
    bundles = [];
    for (const seed of splitSeeds(definition)) {
      const outDir = join(folder, `${id}-${seed}`);
      const split = oneBoard(definition, subjects, seed);
      await buildBundle({ challenge, outDir, split, secret, sessions: { paths, open: openSession } });
      bundles.push(await openBundle(outDir));
    }
  });

  test("baselines come out in the order floor < simple < strong, and shuffled labels at chance", async () => {
    const scorers = await Promise.all(
      Object.keys(challenge.baselines).map((name) => scorerOf(challenge, name, bundles)),
    );
    const { chance, direction } = metrics[definition.metrics.primary as MetricName];
    const gains = scorers.map((scorer) => (direction === "maximize" ? 1 : -1) * scorer());
    expect(gains).toEqual([...gains].sort((a, b) => a - b));
    expect(new Set(gains).size).toBe(gains.length);
    const strong = scorers.at(-1)!;
    // few rows scatter widely about chance: it takes many shuffles to see their mean
    const shuffles = Array.from({ length: 100 }, (_, seed) =>
      strong((truth) => shuffledInSessions(truth, definition, seed)),
    );
    const above = meanOf(shuffles) - (chance ?? NaN);
    expect(above).toBeLessThan(0.03);
    // shuffled labels have an R2 below chance: the predictions vary, and vary wrongly
    if (definition.metrics.primary !== "r2") expect(above).toBeGreaterThan(-0.03);
  });
});

/** Three mice with a row a session tell little: then several splits of the cohort do. */
function splitSeeds({ aggregation }: ChallengeDefinition): number[] {
  return aggregation === "subject" ? [1, 2, 3, 4] : [1];
}

type Scorer = (labels?: (truth: TruthTable) => TruthTable) => number;

/** What a baseline's predictions score on the public boards on average, with the true labels or others. */
async function scorerOf(challenge: Challenge, name: string, bundles: readonly Bundle[]): Promise<Scorer> {
  const scorers = bundles.map(async (bundle): Promise<Scorer> => {
    const predictions = await runBaseline(challenge, name, bundle, ["test"]);
    const truth = await bundle.truth("test");
    const digests = { bundle: bundle.digest, submission: "0".repeat(64) };
    // no interval is asked for, and a hundred scores are
    const { statistics } = challenge.definition;
    const definition = { ...challenge.definition, statistics: { ...statistics, resamples: 100 } };
    const shared = { definition, predictions, board: "public", digests } as const;
    return (labels = (same) => same) => score({ ...shared, truth: labels(truth) }).metrics[0]?.score ?? NaN;
  });
  const all = await Promise.all(scorers);
  return (labels) => meanOf(all.map((scorer) => scorer(labels)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The labels of every session in another order; of every subject, where its sessions are scored together. */
function shuffledInSessions(
  truth: TruthTable,
  { aggregation }: ChallengeDefinition,
  seed: number,
): TruthTable {
  const random = createRandom(seed);
  const groups = aggregation === "subject" ? truth.subjects : truth.sessions;
  const columns = Object.entries(truth.columns).map(([column, values]): [string, Float64Array] => {
    const shuffled = Float64Array.from(values);
    for (const group of new Set(groups)) {
      const rows = groups.flatMap((name, row) => (name === group && !Number.isNaN(values[row]) ? [row] : []));
      random.shuffle(rows).forEach((from, i) => (shuffled[rows[i]!] = values[from]!));
    }
    return [column, shuffled];
  });
  return { ...truth, columns: Object.fromEntries(columns) };
}
