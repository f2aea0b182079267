import { BraidynError } from "@braidyn/core";
import { tooLarge } from "../hdf5/errors.ts";
import type { Hdf5Reader } from "../hdf5/reader.ts";
import type { Profile } from "../profile.ts";
import type { NumericArray } from "../types.ts";

/**
 * How well a session's contents are looked up. `complete` looks into every group. `quick` believes what cannot be seen
 * without many round trips: a view that is there has the keypoints that the profile knows, a series that is there has data.
 */
export type Listing = "quick" | "complete";

/** An open file and what is known of its paradigm. */
export interface SessionContext {
  readonly file: Hdf5Reader;
  readonly profile: Profile;
  /** Most bytes that an array may take. */
  readonly maxReadBytes: number;
  readonly listing: Listing;
}

/** An error for what a session lacks, which names what there is. */
export function missing({ file }: SessionContext, what: string, available: readonly string[]): Error {
  const list = available.length > 0 ? available.join(", ") : "–";
  return new BraidynError("NWB_MISSING", { path: file.label, what, available: list });
}

/** An error for data that do not have the shape they must have. */
export function wrongShape(
  { file }: SessionContext,
  what: string,
  found: readonly number[] | null,
  expected: string,
): Error {
  const shape = found === null ? "–" : found.length === 0 ? "()" : found.join(" x ");
  return new BraidynError("NWB_SHAPE", { path: file.label, what, found: shape, expected });
}

/** Rows of a numeric dataset. @throws BraidynError `NWB_SHAPE` where it holds something else. */
export async function readNumbers(
  context: SessionContext,
  path: string,
  rows?: readonly [number, number],
): Promise<NumericArray> {
  const values = await context.file.read(path, rows);
  if (!ArrayBuffer.isView(values)) throw wrongShape(context, path, null, "numbers");
  return values as NumericArray;
}

/** All of a dataset of texts. @throws BraidynError `NWB_SHAPE` where it holds something else. */
export async function readTexts(context: SessionContext, path: string): Promise<readonly string[]> {
  const values = await context.file.read(path);
  if (!Array.isArray(values) || values.some((value) => typeof value !== "string")) {
    throw wrongShape(context, path, null, "texts");
  }
  return values as readonly string[];
}

/** A text of one element, "" where there is none. */
export async function readText(context: SessionContext, path: string): Promise<string> {
  const info = await context.file.dataset(path);
  if (info?.elements !== "string") return "";
  return (await readTexts(context, path)).join("\n");
}

/**
 * Room for `count` doubles. Counts come from the file, and widening bytes to doubles takes eight times their memory.
 *
 * @throws BraidynError `NWB_TOO_LARGE`
 */
export function newFloat64(context: SessionContext, what: string, count: number): Float64Array {
  const bytes = count * 8;
  if (!(bytes <= context.maxReadBytes)) throw tooLarge(context.file.label, what, bytes, context.maxReadBytes);
  return new Float64Array(count);
}

/** The same numbers as doubles; copies only where they are not. */
export function toFloat64(context: SessionContext, what: string, values: NumericArray): Float64Array {
  if (values instanceof Float64Array) return values;
  const doubles = newFloat64(context, what, values.length);
  doubles.set(values);
  return doubles;
}
