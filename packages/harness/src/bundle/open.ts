import { BraidynError } from "@braidyn/core";
import { challengeSchema, type ChallengeDefinition } from "../challenge/definition.ts";
import type { LabelledRows, Rows } from "../challenge/contract.ts";
import type { BundleFiles } from "./files.ts";
import { parsePrivateManifest, parsePublicManifest } from "./manifest.ts";
import type { BundleSplit, PrivateManifest, PublicManifest } from "./manifest.ts";
import { readNpy } from "./npy.ts";
import { readColumns } from "./parquet.ts";
import { boards, referenceColumn, type Board, type TruthTable } from "./truth-table.ts";

/** An opened bundle. Every file is checked against its SHA-256 when it is read. */
export interface Bundle {
  readonly name: string;
  readonly manifest: PublicManifest;
  readonly definition: ChallengeDefinition;
  /** SHA-256 of `public/manifest.json`, and through it of every public file. */
  readonly digest: string;
  /** Whether the private half is here, and with it the test truth. */
  readonly hasTestTruth: boolean;
  rowIds(split: BundleSplit): Promise<string[]>;
  /** Inputs of a split; `rows("train")` has no truth, {@link labelledRows} has. */
  rows(split: BundleSplit): Promise<Rows>;
  labelledRows(split: "train" | "validation"): Promise<LabelledRows>;
  /** @throws BraidynError `BUNDLE_NO_TRUTH` for the test split of a bundle without its private half. */
  truth(split: "validation" | "test"): Promise<TruthTable>;
}

/**
 * Opens a bundle from any source of files.
 *
 * @throws BraidynError `BUNDLE_NOT_FOUND`, `BUNDLE_MANIFEST`, `BUNDLE_MISMATCH` (the halves are of two builds); reading
 * throws `BUNDLE_MISSING_FILE`, `BUNDLE_CORRUPT`, `BUNDLE_NPY` or `BUNDLE_CONTENTS`.
 */
export async function openBundleFiles(files: BundleFiles): Promise<Bundle> {
  const found = await files.read("public/manifest.json");
  if (found === null) throw new BraidynError("BUNDLE_NOT_FOUND", { path: files.name });
  const manifest = parsePublicManifest(found.bytes, "public/manifest.json");
  const hidden = await openPrivate(files, found.sha256);
  const read = checkedReader(files, "public", manifest);
  const definition = await readDefinition(read);
  const columns = Object.keys(definition.truth);
  const referenced = columns.filter((column) => definition.truth[column]?.reference !== undefined);
  const numbers = [...columns, ...referenced.map(referenceColumn)];
  const rows = (split: BundleSplit) => readRows(read, split);
  const truthOf = async (split: "train" | "validation") => {
    const table = await readTable(read, `${split}/rows.parquet`, ["row_id", "subject", "session"], numbers);
    return { ...table, ...truthRecords(table.numbers, columns, referenced) };
  };
  return {
    name: files.name,
    manifest,
    definition,
    digest: found.sha256,
    hasTestTruth: hidden !== null,
    rowIds: async (split) => (await readTable(read, `${split}/rows.parquet`, ["row_id"], [])).text("row_id"),
    rows,
    labelledRows: async (split) => ({ ...(await rows(split)), truth: (await truthOf(split)).columns }),
    truth: async (split) => {
      if (split === "test") return readTestTruth(files, hidden, columns, referenced);
      const { text, columns: truth, references } = await truthOf(split);
      const rowIds = text("row_id");
      const boardOf = rowIds.map((): Board => "validation");
      return {
        rowIds,
        subjects: text("subject"),
        sessions: text("session"),
        boards: boardOf,
        columns: truth,
        references,
      };
    },
  };
}

type Reader = (path: string) => Promise<Uint8Array>;

/** Reads files that a manifest lists, and refuses those that are not as it says. */
function checkedReader(
  files: BundleFiles,
  half: "public" | "private",
  manifest: PublicManifest | PrivateManifest,
): Reader {
  return async (path) => {
    const full = `${half}/${path}`;
    const expected = manifest.files.find((file) => file.path === path);
    const found = expected === undefined ? null : await files.read(full);
    if (expected === undefined || found === null)
      throw new BraidynError("BUNDLE_MISSING_FILE", { file: full });
    if (found.sha256 !== expected.sha256) {
      throw new BraidynError("BUNDLE_CORRUPT", {
        file: full,
        found: found.sha256.slice(0, 12),
        expected: expected.sha256.slice(0, 12),
      });
    }
    return found.bytes;
  };
}

async function openPrivate(files: BundleFiles, publicDigest: string): Promise<PrivateManifest | null> {
  const found = await files.read("private/manifest.json");
  if (found === null) return null;
  const manifest = parsePrivateManifest(found.bytes, "private/manifest.json");
  if (manifest.public_manifest !== publicDigest) {
    throw new BraidynError("BUNDLE_MISMATCH", { path: `${files.name}/private` });
  }
  return manifest;
}

async function readDefinition(read: Reader): Promise<ChallengeDefinition> {
  const text = new TextDecoder().decode(await read("challenge.json"));
  const parsed = challengeSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues[0]?.message ?? "";
  throw new BraidynError("BUNDLE_CONTENTS", { file: "public/challenge.json", reason });
}

async function readRows(read: Reader, split: BundleSplit): Promise<Rows> {
  const inputFile = `${split}/input.npy`;
  const { text, count } = await readTable(
    read,
    `${split}/rows.parquet`,
    ["row_id", "subject", "session"],
    [],
  );
  const input = readNpy(await read(inputFile), `public/${inputFile}`);
  if (!(input.data instanceof Float32Array) || input.shape[0] !== count) {
    const reason = `${input.dtype} (${input.shape.join(", ")}), ${count} rows`;
    throw new BraidynError("BUNDLE_CONTENTS", { file: `public/${inputFile}`, reason });
  }
  return {
    count,
    rowIds: text("row_id"),
    inputShape: input.shape.slice(1),
    input: input.data,
    subjects: text("subject"),
    sessions: text("session"),
  };
}

async function readTestTruth(
  files: BundleFiles,
  manifest: PrivateManifest | null,
  columns: readonly string[],
  referenced: readonly string[],
): Promise<TruthTable> {
  if (manifest === null) throw new BraidynError("BUNDLE_NO_TRUTH", { path: files.name });
  const read = checkedReader(files, "private", manifest);
  const strings = ["row_id", "board", "subject", "session"];
  const { text, numbers } = await readTable(read, "truth.parquet", strings, [
    ...columns,
    ...referenced.map(referenceColumn),
  ]);
  return {
    rowIds: text("row_id"),
    subjects: text("subject"),
    sessions: text("session"),
    boards: text("board").map(asBoard),
    ...truthRecords(numbers, columns, referenced),
  };
}

function asBoard(name: string): Board {
  const board = boards.find((known) => known === name);
  if (board !== undefined) return board;
  throw new BraidynError("BUNDLE_CONTENTS", { file: "private/truth.parquet", reason: `board: ${name}` });
}

async function readTable(read: Reader, path: string, strings: string[], numbers: readonly string[]) {
  const table = await readColumns(await read(path), path, { strings, numbers });
  return { ...table, text: (name: string): string[] => table.strings.get(name) ?? [] };
}

/** Names are those of the definition, checked against its pattern, so a plain object is safe. */
function truthRecords(
  read: ReadonlyMap<string, Float64Array>,
  columns: readonly string[],
  referenced: readonly string[],
): Required<Pick<TruthTable, "columns" | "references">> {
  const named = (names: readonly string[], stored: (name: string) => string) =>
    Object.fromEntries(names.map((name) => [name, read.get(stored(name)) ?? new Float64Array(0)]));
  return { columns: named(columns, (name) => name), references: named(referenced, referenceColumn) };
}
