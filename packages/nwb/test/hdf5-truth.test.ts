import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blobSource } from "../src/hdf5/blob-source.ts";
import { fileSource } from "../src/hdf5/file-source.ts";
import type { Hdf5Reader } from "../src/hdf5/reader.ts";
import { openHdf5, type ReaderChoice } from "../src/open-hdf5.ts";
import { sha256OfFloat64 } from "./hashes.ts";

interface TruthObject {
  kind: "group" | "dataset" | "datatype";
  links?: Record<string, { external?: unknown; soft?: string }>;
  attributes: Record<string, unknown>;
  shape?: number[] | null;
  dtype?: string;
  sha256_f64le?: string;
  values?: unknown;
}

const folder = new URL("../../../test/fixtures/hdf5/", import.meta.url);
const limits = { maxReadBytes: 2 ** 28 };
const truths = readdirSync(folder)
  .filter((name) => name.endsWith(".truth.json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")))
  .map((truth) => [truth.file as string, truth.objects as Record<string, TruthObject>] as const);

/** What no reader here understands: it must say so. */
const unreadable = (truth: TruthObject, path: string, file: string) =>
  truth.dtype === "region reference" ||
  path === "/numbers/12 bits at 4" ||
  path === "/nbit" ||
  (file === "types-native-complex.h5" && truth.dtype?.startsWith("complex")) ||
  (file === "external-raw.h5" && path === "/raw") ||
  (file === "virtual.h5" && path === "/stacked");

/** Leaves in C order; NaN and infinities as the truth files spell them, references only as "there is one" or not. */
function leaves(value: unknown): unknown[] {
  if (value === null || value === undefined) return [null];
  if (ArrayBuffer.isView(value)) return leaves([...(value as unknown as Iterable<number>)]);
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === "boolean") return [Number(value)];
  if (typeof value === "number") return [Number.isFinite(value) ? value : String(value)];
  if (typeof value !== "object") return [/^-?\d{16,}$/.test(String(value)) ? Number(value) : value];
  if ("reference" in value) return [value.reference === null ? null : "reference"];
  return Object.values(value).flatMap(leaves);
}

async function check(reader: Hdf5Reader, file: string, objects: Record<string, TruthObject>): Promise<void> {
  for (const [path, truth] of Object.entries(objects)) {
    const at = (what: string) => `${file} ${path} ${what}`;
    const attributes = await reader.attributes(path);
    expect([...attributes.keys()].sort(), at("attributes")).toEqual(Object.keys(truth.attributes).sort());
    for (const [name, expected] of Object.entries(truth.attributes)) {
      const found = attributes.get(name);
      if (typeof expected === "object" && expected !== null && "sha256_f64le" in expected) {
        expect(sha256OfFloat64(found as Float64Array), at(`@${name}`)).toBe(expected.sha256_f64le);
      } else {
        expect(leaves(found), at(`@${name}`)).toEqual(leaves(expected));
      }
    }
    if (truth.links)
      expect(await reader.members(path), at("members")).toEqual(Object.keys(truth.links).sort());
    if (truth.kind !== "dataset") continue;
    if (unreadable(truth, path, file)) {
      await expect(reader.read(path), at("read")).rejects.toMatchObject({ code: "NWB_UNSUPPORTED" });
      continue;
    }
    expect((await reader.dataset(path))?.shape, at("shape")).toEqual(truth.shape);
    const values = await reader.read(path);
    if (truth.sha256_f64le) {
      const numbers = Array.isArray(values) ? (leaves(values) as number[]) : (values as Float64Array);
      expect(sha256OfFloat64(numbers), at("values")).toBe(truth.sha256_f64le);
    } else if (truth.dtype === "opaque") {
      const hex = (values as readonly Uint8Array[]).map((bytes) => Buffer.from(bytes).toString("hex"));
      expect(hex, at("values")).toEqual(truth.values);
    } else if (truth.shape !== null) {
      expect(leaves(values), at("values")).toEqual(leaves(truth.values));
    }
  }
}

/** Whole files that our own reader refuses, and does not hand on unseen: h5wasm reads them only when asked to. */
const refusedWhole = ["superblock0-4-byte.h5", "superblock3-4-byte.h5"];

describe("every fixture reads as its truth file says", () => {
  test.each(truths)("%s", async (file, objects) => {
    const choice = refusedWhole.includes(file) ? "h5wasm" : "auto";
    const reader = await openHdf5(fileSource(new URL(file, folder).pathname), limits, choice);
    try {
      await check(reader, file, objects);
    } finally {
      reader.close();
    }
  });
});

test.each(refusedWhole)("%s is refused before h5wasm sees it", async (file) => {
  const opening = openHdf5(fileSource(new URL(file, folder).pathname), limits, "auto");
  await expect(opening).rejects.toMatchObject({ code: "NWB_UNSUPPORTED" });
});

/** h5wasm declines nothing, but these it reads as something else. */
const beyondH5wasm = ["float16", "compound", "array", "vlen", "complex128", "uint64"];

describe("h5wasm, the second reader, agrees about numbers and texts", () => {
  const plain = ["layouts.h5", "groups-symbol-table.h5", "superblock0.h5", "types.h5"];
  test.each(truths.filter(([file]) => plain.includes(file)))("%s", async (file, objects) => {
    const reader = await openHdf5(fileSource(new URL(file, folder).pathname), limits, "h5wasm");
    const known = Object.entries(objects).filter(([, { dtype }]) => !beyondH5wasm.includes(dtype ?? ""));
    try {
      for (const [path, truth] of known) {
        if (
          truth.kind !== "dataset" ||
          truth.shape === null ||
          unreadable(truth, path, file) ||
          !truth.sha256_f64le
        )
          continue;
        expect(sha256OfFloat64((await reader.read(path)) as Float64Array), path).toBe(truth.sha256_f64le);
      }
    } finally {
      reader.close();
    }
  });
});

describe("a source that answers later gives the same", () => {
  test.each(["groups-dense.h5", "layouts.h5", "superblock2.h5", "user-block-2048.h5"])("%s", async (file) => {
    const objects = truths.find(([name]) => name === file)?.[1] as Record<string, TruthObject>;
    const blob = new Blob([readFileSync(new URL(file, folder))]);
    await check(await openHdf5(blobSource(blob, file), limits, "auto"), file, objects);
  });
});

describe("rows", () => {
  const choices: ReaderChoice[] = ["own", "h5wasm"];
  test.each(choices)("a range of rows is that part of the whole, in every layout (%s)", async (choice) => {
    const [file, objects] = truths.find(([name]) => name === "layouts.h5") as (typeof truths)[number];
    const reader = await openHdf5(fileSource(new URL(file, folder).pathname), limits, choice);
    for (const [path, { kind, shape, dtype }] of Object.entries(objects)) {
      if (
        kind !== "dataset" ||
        dtype === "string" ||
        !shape ||
        shape.length === 0 ||
        (shape[0] as number) < 3
      )
        continue;
      const whole = [...((await reader.read(path)) as Float64Array)];
      const width = whole.length / (shape[0] as number);
      const rows: [number, number] = [1, (shape[0] as number) - 1];
      const part = [...((await reader.read(path, rows)) as Float64Array)];
      expect(part, path).toEqual(whole.slice(rows[0] * width, rows[1] * width));
      expect((await reader.read(path, [1, 1])).length, path).toBe(0);
    }
    reader.close();
  });
});

test("a reference leads to what it names", async () => {
  for (const choice of ["own", "h5wasm"] as const) {
    const reader = await openHdf5(fileSource(new URL("types.h5", folder).pathname), limits, choice);
    const [first, , none] = (await reader.read("/other/references")) as readonly ({
      reference: string;
    } | null)[];
    expect(await reader.members(first?.reference ?? "")).toEqual(await reader.members("/other"));
    expect((await reader.dataset(`${first?.reference}/bool`))?.elements).toBe("boolean");
    expect(none).toBeNull();
    reader.close();
  }
});

test("links: dangling and circular ones lead nowhere, those to other files are refused", async () => {
  for (const [file, choice] of [
    ["links.h5", "own"],
    ["links-latest.h5", "own"],
    ["links.h5", "h5wasm"],
  ] as const) {
    const reader = await openHdf5(fileSource(new URL(file, folder).pathname), limits, choice);
    for (const path of ["/dangling", "/a", "/self", "/a/b/c"])
      expect(await reader.dataset(path), path).toBeNull();
    await expect(reader.dataset("/external")).rejects.toMatchObject({ code: "NWB_UNSUPPORTED" });
    expect((await reader.dataset("/soft to soft"))?.shape).toEqual([3]);
    expect((await reader.dataset("/home/soft relative"))?.shape).toEqual([3]);
    reader.close();
  }
});
