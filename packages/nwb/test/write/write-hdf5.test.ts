import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataset, group, reference, softLink, writeHdf5, type Hdf5Group } from "@braidyn/nwb/write";
import * as h5wasm from "h5wasm/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPython, runPython } from "../../../../test/python.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-write-"));
beforeAll(() => h5wasm.ready);
afterAll(() => rmSync(folder, { recursive: true }));

const tree: Hdf5Group = group(
  { title: "格子 lattice", version: 2.5, count: 7n, names: ["a", "", "β"], first: reference("/data/lever") },
  {
    data: group(
      {},
      {
        lever: dataset(Float64Array.of(0.25, NaN, -1e300), { attributes: { unit: "mm" } }),
        thin: dataset(Float32Array.of(1, 2, 3, 4, 5, 6), { shape: [3, 2] }),
        counts: dataset(BigInt64Array.of(1n, -(2n ** 62n))),
        size: dataset(Uint16Array.of(640, 480), { shape: [1, 2] }),
        mask: dataset(Uint8Array.of(0, 1, 1, 0), { shape: [2, 2], boolean: true }),
        packed: dataset(() => new Int32Array(1000).fill(7), { chunks: [100], gzip: 4 }),
        nothing: dataset(new Uint8Array(0), { shape: [0, 0, 0] }),
        noNames: dataset([] as string[]),
        text: dataset("レバー"),
        words: dataset(["one", "二"]),
        wavelength: dataset(473),
      },
    ),
    alias: softLink("/data/lever"),
  },
);

function open(path: string): h5wasm.File {
  return new h5wasm.File(path, "r");
}

function value(file: h5wasm.File, path: string): unknown {
  return (file.get(path) as h5wasm.Dataset).value;
}

describe("writeHdf5", () => {
  test("writes numbers, text, links and references that h5wasm reads back", async () => {
    const path = join(folder, "all.h5");
    await writeHdf5(path, tree);
    const file = open(path);
    expect(value(file, "data/lever")).toEqual(Float64Array.of(0.25, NaN, -1e300));
    expect((file.get("data/thin") as h5wasm.Dataset).shape).toEqual([3, 2]);
    expect(value(file, "data/thin")).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(value(file, "data/counts")).toEqual(BigInt64Array.of(1n, -(2n ** 62n)));
    expect(value(file, "data/size")).toEqual(Uint16Array.of(640, 480));
    expect(value(file, "data/packed")).toEqual(new Int32Array(1000).fill(7));
    expect((file.get("data/packed") as h5wasm.Dataset).filters.map(({ name }) => name)).toEqual(["deflate"]);
    expect((file.get("data/nothing") as h5wasm.Dataset).shape).toEqual([0, 0, 0]);
    expect((file.get("data/noNames") as h5wasm.Dataset).shape).toEqual([0]);
    expect(value(file, "data/text")).toBe("レバー");
    expect(value(file, "data/words")).toEqual(["one", "二"]);
    expect(value(file, "data/wavelength")).toBe(473);
    expect(value(file, "alias")).toEqual(Float64Array.of(0.25, NaN, -1e300));
    expect(file.attrs["title"]?.value).toBe("格子 lattice");
    expect(file.attrs["version"]?.value).toBe(2.5);
    expect(file.attrs["count"]?.value).toBe(7n);
    expect(file.attrs["names"]?.value).toEqual(["a", "", "β"]);
    const [target] = file.attrs["first"]?.value as unknown as [h5wasm.Reference];
    expect(h5wasm.Module.get_referenced_name(file.file_id, target.ref_data, true)).toBe("/data/lever");
    file.close();
  });

  test("writes booleans as h5py's enumeration", async () => {
    const path = join(folder, "booleans.h5");
    await writeHdf5(path, tree);
    const file = open(path);
    const mask = file.get("data/mask") as h5wasm.Dataset;
    expect(mask.metadata.enum_type?.members).toEqual({ FALSE: 0, TRUE: 1 });
    expect(mask.value).toEqual(Int8Array.of(0, 1, 1, 0));
    file.close();
  });

  test("gives the same bytes at another time and after other files", async () => {
    const [first, other, second] = ["first.h5", "other.h5", "second.h5"].map((name) => join(folder, name));
    await writeHdf5(first!, tree);
    await writeHdf5(other!, group({}, { x: dataset(new Float64Array(1e6).fill(3.7)) }));
    await sleep(1100); // HDF5 counts whole seconds
    await writeHdf5(second!, tree);
    expect(readFileSync(first!).equals(readFileSync(second!))).toBe(true);
  });

  test("says why a missing folder cannot be written to", async () => {
    await expect(writeHdf5(join(folder, "missing", "a.h5"), tree)).rejects.toMatchObject({
      code: "NWB_WRITE_FAILED",
      message: expect.stringContaining("ENOENT") as unknown,
    });
  });

  test("leaves the file of before and no part of the new one when it fails", async () => {
    const path = join(folder, "before.h5");
    writeFileSync(path, "before");
    const broken = group(
      {},
      { x: dataset(Float64Array.of(1)), y: dataset(Float64Array.of(1), { shape: [2] }) },
    );
    await expect(writeHdf5(path, broken)).rejects.toThrow("/y: 1 values do not fill the shape [2]");
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

const python = findPython("h5py");
test.skipIf(python === null)("h5py reads the same (needs Python with h5py; set BRAIDYN_PYTHON)", async () => {
  const path = join(folder, "h5py.h5");
  await writeHdf5(path, tree);
  const script = `
import h5py, json, sys
f = h5py.File(sys.argv[1])
d = f["data"]
print(json.dumps({
  "dtypes": {k: str(d[k].dtype) for k in d}, "mask": d["mask"][()].tolist(), "text": d["text"][()].decode(),
  "title": f.attrs["title"], "names": list(f.attrs["names"]), "first": f[f.attrs["first"]].name,
  "link": f.get("alias", getlink=True).path, "lever": d["lever"][0], "empty": d["nothing"].shape,
}))`;
  expect(runPython(python!, script, path)).toEqual({
    dtypes: {
      ...{
        lever: "float64",
        thin: "float32",
        counts: "int64",
        size: "uint16",
        mask: "bool",
        packed: "int32",
      },
      ...{ nothing: "uint8", noNames: "object", text: "object", words: "object", wavelength: "float64" },
    },
    mask: [
      [false, true],
      [true, false],
    ],
    text: "レバー",
    title: "格子 lattice",
    names: ["a", "", "β"],
    first: "/data/lever",
    link: "/data/lever",
    lever: 0.25,
    empty: [0, 0, 0],
  });
});
