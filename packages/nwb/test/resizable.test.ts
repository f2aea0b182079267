import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as h5wasm from "h5wasm/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blobSource } from "../src/hdf5/blob-source.ts";
import { fileSource } from "../src/hdf5/file-source.ts";
import { openOwnReader } from "../src/hdf5/own-reader.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-resizable-"));
const path = join(folder, "latest.h5");
const limits = { maxReadBytes: 2 ** 28 };

/** Data that may grow: their chunks are numbered by the shape that they may grow to, not by the one that they have. */
const datasets = {
  "fixed array": { shape: [7, 11], maxshape: [14, 22], chunks: [3, 4] },
  "fixed array, gzip": { shape: [7, 11], maxshape: [14, 30], chunks: [3, 4], compression: 4 },
  "fixed array in pages": { shape: [40, 50], maxshape: [40, 90], chunks: [1, 1] },
  "extensible array, rows": { shape: [9, 11], maxshape: [null, 30], chunks: [2, 4] },
  "extensible array, columns": { shape: [5, 11], maxshape: [9, null], chunks: [2, 4] },
  "extensible array, columns, gzip": { shape: [5, 11], maxshape: [9, null], chunks: [2, 4], compression: 4 },
  "extensible array in the middle": { shape: [4, 3, 7], maxshape: [6, null, 9], chunks: [2, 2, 2] },
  "extensible array in pages": { shape: [20_000], maxshape: [null], chunks: [1] },
  "extensible array in pages, gzip": {
    shape: [9000, 2],
    maxshape: [null, 2],
    chunks: [1, 2],
    compression: 4,
  },
  "tree of the second kind": { shape: [9, 11], maxshape: [null, null], chunks: [2, 4] },
} as const;

const valuesOf = (shape: readonly number[]) =>
  Int32Array.from({ length: shape.reduce((product, length) => product * length, 1) }, (_, i) => i + 1);

beforeAll(async () => {
  await h5wasm.ready;
  const file = new h5wasm.File(path, "w", { libver: "latest" });
  for (const [name, { shape, maxshape, chunks, ...rest }] of Object.entries(datasets)) {
    const written = { shape: [...shape], maxshape: [...maxshape], chunks: [...chunks], ...rest };
    file.create_dataset({ name, data: valuesOf(shape), ...written });
  }
  file.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ["file", () => fileSource(path)],
  ["Blob", () => blobSource(new Blob([readFileSync(path)]))],
])("datasets that may grow, written by the HDF5 library, from a %s", (_, source) => {
  test.each(Object.entries(datasets))("%s", async (name, { shape }) => {
    const reader = await openOwnReader(source(), limits);
    const expected = valuesOf(shape);
    const width = expected.length / shape[0];
    expect(await reader.read(`/${name}`)).toEqual(expected);
    const rows = [1, shape[0] - 1] as const;
    expect(await reader.read(`/${name}`, rows)).toEqual(expected.slice(width, -width));
    reader.close();
  });
});
