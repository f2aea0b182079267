import { BraidynError } from "@braidyn/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { challengeSchema, type ChallengeDefinition } from "../challenge/definition.ts";
import {
  bundleSplits,
  parsePrivateManifest,
  parsePublicManifest,
  type BundleSplit,
} from "../bundle/manifest.ts";
import { readNpy } from "../bundle/npy.ts";
import { openParquet, type ParquetTable } from "../bundle/parquet.ts";
import { readHashed } from "../bundle/build/directory-files.ts";
import { boards, referenceColumn, type Board } from "../bundle/truth-table.ts";
import type { BundleFolder } from "./file-leaks.ts";
import type { LeakRows, RealNames } from "./leak-rows.ts";
import { parseSessionFacts, type SessionFacts } from "./session-facts.ts";

/** A bundle as the linter reads it: hashes are not held against it here, so that a changed file is looked at, too. */
export interface LintedBundle extends BundleFolder {
  readonly definition: ChallengeDefinition;
  readonly facts: readonly SessionFacts[];
  readonly splits: readonly LeakRows[];
}

/** @throws BraidynError `BUNDLE_NOT_FOUND`, `BUNDLE_MANIFEST`, `BUNDLE_CONTENTS`, `BUNDLE_NPY`. */
export async function readLinted(folder: string): Promise<LintedBundle> {
  const found = await readHashed(join(folder, "public", "manifest.json"));
  if (found === null) throw new BraidynError("BUNDLE_NOT_FOUND", { path: folder });
  const manifest = parsePublicManifest(found.bytes, "public/manifest.json");
  const own = await readHashed(join(folder, "private", "manifest.json"));
  const hidden = own === null ? null : parsePrivateManifest(own.bytes, "private/manifest.json");
  const definition = await readDefinition(folder);
  const facts = await readFile(join(folder, "private", "sessions.json")).catch(() => null);
  const splits: LeakRows[] = [];
  for (const split of bundleSplits) splits.push(await readSplit(folder, split, definition));
  const known = facts === null ? null : parseSessionFacts(new Uint8Array(facts));
  return { folder, manifest, hidden, definition, facts: known ?? [], splits };
}

async function readDefinition(folder: string): Promise<ChallengeDefinition> {
  const file = "public/challenge.json";
  try {
    return challengeSchema.parse(JSON.parse(await readFile(join(folder, file), "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw new BraidynError("BUNDLE_CONTENTS", { file, reason }, { cause });
  }
}

async function readSplit(
  folder: string,
  split: BundleSplit,
  definition: ChallengeDefinition,
): Promise<LeakRows> {
  const inputFile = `public/${split}/input.npy`;
  const array = await readHashed(join(folder, inputFile));
  if (array === null) throw new BraidynError("BUNDLE_MISSING_FILE", { file: inputFile });
  const { data, shape } = readNpy(array.bytes, inputFile);
  const rows = await tableOf(folder, `public/${split}/rows.parquet`);
  const count = rows.count;
  if (!(data instanceof Float32Array) || shape[0] !== count) {
    throw new BraidynError("BUNDLE_CONTENTS", {
      file: inputFile,
      reason: `(${shape.join(", ")}), ${count} rows`,
    });
  }
  const rowIds = await rows.texts("row_id");
  const hidden = split === "test" ? await truthRows(folder, rowIds) : rows;
  const columns = Object.keys(definition.truth);
  const references = columns.filter((column) => definition.truth[column]?.reference !== undefined);
  return {
    ...{ split, count, inputShape: shape.slice(1), input: data, rowIds },
    subjects: await rows.texts("subject"),
    sessions: await rows.texts("session"),
    names: hidden === null ? null : await namesOf(hidden, split),
    truth: hidden === null ? null : await numbersOf(hidden, columns, (name) => name),
    references: hidden === null ? {} : await numbersOf(hidden, references, referenceColumn),
  };
}

/** A table, its rows in an order of one's own. */
interface Rows {
  readonly count: number;
  texts(name: string): Promise<string[]>;
  numbers(name: string): Promise<Float64Array>;
}

async function tableOf(
  folder: string,
  file: string,
  orderOf?: (ids: readonly string[]) => number[],
): Promise<Rows> {
  const found = await readHashed(join(folder, file));
  if (found === null) throw new BraidynError("BUNDLE_MISSING_FILE", { file });
  const table = await openParquet(found.bytes).catch((cause: unknown): ParquetTable => {
    throw new BraidynError("BUNDLE_CONTENTS", { file, reason: (cause as Error).message }, { cause });
  });
  const read = async (name: string): Promise<ArrayLike<unknown>> => {
    if (!table.columns.some((column) => column.name === name)) {
      throw new BraidynError("BUNDLE_CONTENTS", { file, reason: name });
    }
    return table.read(name);
  };
  const order = orderOf?.(Array.from(await read("row_id"), String)) ?? null;
  const ordered = (values: ArrayLike<unknown>): unknown[] =>
    order === null ? Array.from(values) : order.map((row) => values[row]);
  return {
    count: table.count,
    texts: async (name) => ordered(await read(name)).map((value) => String(value ?? "")),
    numbers: async (name) =>
      Float64Array.from(ordered(await read(name)), (value) => (typeof value === "number" ? value : NaN)),
  };
}

/** The private half's rows in the order of the public ones; null without it. */
async function truthRows(folder: string, rowIds: readonly string[]): Promise<Rows | null> {
  const file = "private/truth.parquet";
  if ((await readHashed(join(folder, file))) === null) return null;
  return tableOf(folder, file, (ids) => {
    const place = new Map(ids.map((id, row) => [id, row]));
    return rowIds.map((id) => place.get(id) ?? -1);
  });
}

async function namesOf(rows: Rows, split: BundleSplit): Promise<RealNames> {
  const isTest = split === "test";
  return {
    subjects: await rows.texts(isTest ? "subject_name" : "subject"),
    sessions: await rows.texts(isTest ? "session_name" : "session"),
    dates: await rows.texts("date"),
    days: await rows.numbers("day"),
    time: await rows.numbers("time"),
    boards: isTest ? (await rows.texts("board")).map(asBoard) : null,
  };
}

function asBoard(name: string): Board {
  return boards.find((known) => known === name) ?? "public";
}

async function numbersOf(
  rows: Rows,
  columns: readonly string[],
  stored: (column: string) => string,
): Promise<Record<string, Float64Array>> {
  const read: [string, Float64Array][] = [];
  for (const column of columns) read.push([column, await rows.numbers(stored(column))]);
  return Object.fromEntries(read);
}
