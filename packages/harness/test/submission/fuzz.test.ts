import fc from "fast-check";
import { isBraidynError } from "@braidyn/core";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import {
  createCsvReader,
  formatPredictionsCsv,
  parsePredictionsCsv,
  parsePredictionsParquet,
} from "../../src/index.ts";
import { decimalOfBytes } from "../../src/submission/decimal-bytes.ts";
import { createRowIndex } from "../../src/submission/row-index.ts";

/** Time, not the number of runs, bounds a fuzz test on a slow machine. */
const bounded = { numRuns: 3000, interruptAfterTimeLimit: 6000, markInterruptAsFailure: false };

const format = { columns: ["lever", "lick"], expectedIds: { test: ["t1", "t2", "t3"] } };
const values = fc.double({ noNaN: true, noDefaultInfinity: true });
const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: "row_id", data: ["t3", "t1", "t2"] },
      { name: "lever", data: Float64Array.of(0.5, 0.25, 1e-9) },
      { name: "lick", data: Float64Array.of(1, 1, 2) },
    ],
    rowGroupSize: 2,
  }),
);

/** Accepted whole, or refused with a code of submissions: nothing else may come of any bytes. */
async function outcome(parse: () => unknown): Promise<void> {
  try {
    const predictions = (await parse()) as { columns: Map<string, Float64Array> };
    for (const column of predictions.columns.values()) {
      expect(column.length).toBe(3);
      expect(column.every(Number.isFinite)).toBe(true);
    }
  } catch (error) {
    if (!isBraidynError(error) || !error.code.startsWith("SUBMISSION_")) throw error;
    expect(error.in("ja").message.length).toBeGreaterThan(0);
  }
}

/** Cuts, changes and repeats parts of a file. */
const damaged = (file: Uint8Array) =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: file.length - 1 }),
        kind: fc.constantFrom("flip", "cut", "insert", "copy"),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 9 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((edits) =>
      edits.reduce((bytes, { at, kind, bytes: inserted }) => {
        const place = at % Math.max(1, bytes.length);
        const rest = kind === "insert" ? place : place + inserted.length;
        const middle =
          kind === "cut" ? new Uint8Array(0) : kind === "copy" ? bytes.slice(0, inserted.length) : inserted;
        return Uint8Array.from([...bytes.slice(0, place), ...middle, ...bytes.slice(rest)]);
      }, file),
    );

describe("any bytes are accepted whole or refused with a code:", () => {
  const csv = new TextEncoder().encode('\ufeffrow_id,"lever",lick\r\nt1,0.5,1e-3\r\n"t2",-2,.5\nt3,+1,3\n');

  test("as CSV", async () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      damaged(csv),
      fc.string({ unit: "binary" }).map((s) => new TextEncoder().encode(s)),
    );
    await fc.assert(
      fc.asyncProperty(file, (bytes) => outcome(() => parsePredictionsCsv(bytes, format))),
      bounded,
    );
  });

  test("as Parquet", async () => {
    const file = fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged(parquet));
    await fc.assert(
      fc.asyncProperty(file, (bytes) => outcome(() => parsePredictionsParquet(bytes, format))),
      bounded,
    );
  });

  test("as Parquet with any one byte changed", async () => {
    for (let at = 0; at < parquet.length; at++) {
      for (const mask of [1, 0x10, 0x80, 0xff]) {
        const copy = Uint8Array.from(parquet);
        copy[at]! ^= mask;
        await outcome(() => parsePredictionsParquet(copy, format));
      }
    }
  });
});

test("a CSV file gives the same in pieces of any sizes, faults included", () => {
  const file = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'t123,.e-\n\r"x0 ') }).map((rows) => `row_id,lever,lick\n${rows}`),
    fc.constant("row_id,lever,lick\r\nt1,1,2\r\nt2,3,4\r\nt3,5,6"),
  );
  const answer = (read: () => unknown) => {
    try {
      return JSON.stringify(read(), (_, value: unknown) =>
        value instanceof Map ? [...(value as Map<string, unknown>)] : value,
      );
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(file, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
      const bytes = new TextEncoder().encode(text);
      const pieces = () => {
        const reader = createCsvReader(format);
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = sizes[i % sizes.length]!;
          reader.push(bytes.subarray(at, at + size));
          at += size;
        }
        return reader.finish();
      };
      expect(answer(pieces)).toBe(answer(() => parsePredictionsCsv(bytes, format)));
    }),
    bounded,
  );
});

test("whatever is written is read back to the bit, in any order of rows", () => {
  fc.assert(
    fc.property(
      fc.array(values, { minLength: 6, maxLength: 6 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (numbers, order) => {
        const columns = new Map([
          ["lever", Float64Array.from(order, (i) => numbers[i]!)],
          ["lick", Float64Array.from(order, (i) => numbers[i + 3]!)],
        ]);
        const text = formatPredictionsCsv(
          order.map((i) => `t${i + 1}`),
          columns,
        );
        const read = parsePredictionsCsv(text, format);
        const same = numbers.map((value) => (Object.is(value, -0) ? 0 : value)); // "0" is what -0 is written as
        expect([...read.columns.get("lever")!, ...read.columns.get("lick")!]).toEqual(same);
      },
    ),
    bounded,
  );
});

test("a decimal is read from its bytes as JavaScript reads its text, or left to it", () => {
  const text = fc.oneof(
    values.map(String),
    fc
      .double({ min: -10, max: 10, noNaN: true })
      .chain((x) => fc.integer({ min: 0, max: 17 }).map((d) => x.toFixed(d))),
    fc.tuple(values, fc.integer({ min: 0, max: 17 })).map(([x, d]) => x.toExponential(d)),
    fc.string({ unit: fc.constantFrom(..."0123456789.eE+-"), maxLength: 24 }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const bytes = new TextEncoder().encode(written);
      const found = decimalOfBytes(bytes, bytes.length);
      if (!Number.isNaN(found)) expect(found).toBe(Number(written));
    }),
    { ...bounded, numRuns: 20_000 },
  );
  expect(decimalOfBytes(new TextEncoder().encode("0.8444218515250481"), 18)).toBe(0.8444218515250481);
});

/** Lone surrogates have no UTF-8, and no row id has one. */
const isWellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text)) === text;

test("the index of rows finds what a Map finds, and nothing else", () => {
  const id = fc.oneof(fc.string({ maxLength: 6 }), fc.string({ unit: "grapheme", maxLength: 4 }));
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 60 }), fc.array(id), (ids, others) => {
      const known = ids.filter(isWellFormed);
      const index = createRowIndex(known);
      for (const wanted of [...known, ...others.filter(isWellFormed)]) {
        const bytes = new TextEncoder().encode(`${wanted}tail`);
        expect(index.find(bytes, bytes.length - 4)).toBe(known.indexOf(wanted));
      }
    }),
    { ...bounded, numRuns: 500 },
  );
});
