import type { ChallengeDefinition } from "../../challenge/definition.ts";
import { computeControls } from "../../controls/compute-controls.ts";
import type { ControlRows } from "../../controls/control-rows.ts";
import type { Controls } from "../../controls/controls.ts";
import { carriedFacts, meanInput } from "../../controls/carried-facts.ts";
import { environmentSensors, type RowFeatures } from "../../controls/session-features.ts";
import { summarizeInput, summaryLength } from "../../controls/summarize-input.ts";
import type { Board, TruthTable } from "../truth-table.ts";
import { inOrder, type ArrangedSplit, type PlacedSession } from "./arrange.ts";
import { readInput } from "./read-input.ts";

/** The controls of a bundle that is being built. Holds one session's input at a time. */
export async function controlsOf(
  definition: ChallengeDefinition,
  arranged: readonly ArrangedSplit[],
  seed: number,
): Promise<Controls> {
  const sessions = arranged.flatMap((split) => split.sessions);
  const shared = (kind: "behaviour" | "environment") =>
    Object.keys(sessions[0]?.rows.features[kind] ?? {}).filter((column) =>
      sessions.every(({ rows }) => rows.features[kind][column] !== undefined),
    );
  const columns = { behaviour: shared("behaviour"), environment: shared("environment") };
  const [train, validation, test] = await Promise.all(
    arranged.map((split) => rowsOf(split, definition, columns)),
  );
  if (train === undefined || test === undefined) throw new RangeError("no train or no test split");
  const validated = validation === undefined || validation.subjects.length === 0 ? null : validation;
  const exposed = await exposedSensors(definition, sessions);
  return computeControls(definition, { train, validation: validated, test, exposed }, seed);
}

/** Sensors of the room that the input names among its streams, or holds all the same. */
async function exposedSensors(
  { input }: ChallengeDefinition,
  sessions: readonly PlacedSession[],
): Promise<string[]> {
  const means: Float64Array[] = [];
  for (const { rows } of sessions) {
    const values = rows.inputShape.reduce((product, size) => product * size, 1);
    means.push(meanInput(await readInput(rows), values, Array.from(rows.time.keys())));
  }
  const known = environmentSensors.filter((name) =>
    sessions.every(({ rows }) => rows.features.session[name] !== undefined),
  );
  const facts = known.map(
    (name) => [name, sessions.map(({ rows }) => rows.features.session[name] ?? NaN)] as const,
  );
  const carried = carriedFacts(means, Object.fromEntries(facts)).map(({ fact }) => fact);
  return known.filter((name) => input.streams.includes(name) || carried.includes(name));
}

type Columns = Readonly<Record<"behaviour" | "environment", readonly string[]>>;

async function rowsOf(
  split: ArrangedSplit,
  definition: ChallengeDefinition,
  columns: Columns,
): Promise<ControlRows> {
  const features = (kind: keyof Columns) =>
    numbersOf(split, columns[kind], (rows, column) => (rows.features as RowFeatures)[kind][column]);
  return {
    truth: truthOf(split, definition),
    subjects: inOrder(split, ({ rows }) => rows.subject),
    sessions: inOrder(split, ({ rows }) => rows.session),
    days: Float64Array.from(inOrder(split, ({ rows }) => rows.day ?? NaN)),
    behaviour: features("behaviour"),
    environment: features("environment"),
    input: await summariesOf(split),
  };
}

/** The truth table that reading the finished bundle would give. */
export function truthOf(split: ArrangedSplit, definition: ChallengeDefinition): TruthTable {
  const columns = Object.keys(definition.truth);
  const references = columns.filter((column) => definition.truth[column]?.reference !== undefined);
  const isTest = split.split === "test";
  return {
    rowIds: inOrder(split, ({ rowIds }, i) => rowIds[i] ?? ""),
    subjects: inOrder(split, ({ subjectAlias, rows }) => (isTest ? subjectAlias : rows.subject)),
    sessions: inOrder(split, ({ sessionAlias, rows }) => (isTest ? sessionAlias : rows.session)),
    boards: inOrder(split, ({ rows }): Board =>
      isTest && rows.group !== "train" ? rows.group : "validation",
    ),
    columns: numbersOf(split, columns, (rows, column) => rows.truth[column]),
    references: numbersOf(split, references, (rows, column) => rows.reference[column]),
  };
}

type Rows = ArrangedSplit["sessions"][number]["rows"];

function numbersOf(
  split: ArrangedSplit,
  columns: readonly string[],
  values: (rows: Rows, column: string) => Float64Array | undefined,
): Record<string, Float64Array> {
  const named = columns.map((column) => {
    const numbers = inOrder(split, ({ rows }, i) => values(rows, column)?.[i] ?? NaN);
    return [column, Float64Array.from(numbers)] as const;
  });
  return Object.fromEntries(named);
}

async function summariesOf(split: ArrangedSplit): Promise<ControlRows["input"]> {
  const columns = summaryLength(split.sessions[0]?.rows.inputShape ?? []);
  const data = new Float64Array(split.count * columns);
  for (const { rows, kept, positions } of split.sessions) {
    const summaries = summarizeInput(await readInput(rows), rows.count, rows.inputShape);
    kept.forEach((row, k) => {
      data.set(summaries.subarray(row * columns, (row + 1) * columns), (positions[k] ?? 0) * columns);
    });
  }
  return { data, rows: split.count, columns };
}
