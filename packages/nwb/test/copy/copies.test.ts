import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isBraidynError } from "@braidyn/core";
import { afterAll, describe, expect, test } from "vitest";
import { findPython, runPython } from "../../../../test/python.ts";
import { choiceOf } from "../../src/copy/choice.ts";
import { copyTree } from "../../src/copy/copy-tree.ts";
import { fileImage } from "../../src/copy/file-image.ts";
import { openStoredFile } from "../../src/copy/stored-file.ts";
import { writeImage } from "../../src/fetch/write-image.ts";
import { fileSource } from "../../src/hdf5/file-source.ts";

const out = mkdtempSync(join(tmpdir(), "braidyn-copy-"));
afterAll(() => rmSync(out, { recursive: true }));
const at = (folder: string) =>
  fileURLToPath(new URL(`../../../../test/fixtures/${folder}/`, import.meta.url));

/** Copies a file, all of it but for what is named. */
async function copy(path: string, to: string, without: readonly string[] = []): Promise<void> {
  const source = fileSource(path);
  try {
    const choice = choiceOf({ whole: ["/"], frames: [], without });
    const image = fileImage(await copyTree(await openStoredFile(source), choice), path);
    await writeImage(to, image, source);
  } finally {
    source.close();
  }
}

/** What cannot be copied as it is, by file; the rest can. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "attributes-latest.h5": ["/other"],
  "external-raw.h5": ["/raw"],
  "filters.h5": ["/szip", "/nbit", "/scaleoffset", "/scaleoffset float"],
  "links-latest.h5": ["/external", "/external missing"],
  "links.h5": ["/external", "/external missing"],
  "types-latest.h5": ["/numbers/12 bits at 4", "/other/region references", "/other/committed type"],
  "types-native-complex.h5": ["/complex64", "/complex128 big"],
  "types.h5": ["/numbers/12 bits at 4", "/other/region references", "/other/committed type"],
  "virtual.h5": ["/stacked"],
};
/** Files of short addresses are read by no reader here. */
const files = readdirSync(at("hdf5")).filter((name) => /(?<!4-byte)\.h5$/.test(name));

test.each(Object.entries(refused).flatMap(([file, paths]) => paths.map((path) => [file, path] as const)))(
  "%s: %s cannot be copied as it is, and that is said",
  async (name, path) => {
    const others = (refused[name] ?? []).filter((other) => other !== path);
    const copying = copy(join(at("hdf5"), name), join(out, name), others);
    await expect(copying).rejects.toMatchObject({ code: "NWB_UNSUPPORTED" });
    expect(readdirSync(out)).not.toContain(name);
  },
);

const python = findPython("h5py");
const script = `
import h5py, json, sys
import numpy as np

def value(f, v):
    if isinstance(v, h5py.Reference): return f[v].name if v else None
    if isinstance(v, h5py.Empty): return "empty"
    if isinstance(v, np.ndarray) and v.dtype.kind == "O": return [value(f, x) for x in v.ravel()]
    if isinstance(v, (np.ndarray, np.void)) and v.dtype.names: return [value(f, v[n]) for n in v.dtype.names]
    if isinstance(v, (np.ndarray, np.generic)): return v.tobytes().hex()
    return v

def read(o):
    try: return o[()]
    except OSError as error: return str(error)

def describe(path, without):
    f, found = h5py.File(path), {}
    def visit(name, o):
        if "/" + name in without: return
        kinds = {n: str(getattr(o.get(n, getlink=True), "path", "")) for n in o if ("" if o == f["/"] else o.name) + "/" + n not in without} if isinstance(o, h5py.Group) else None
        found[name] = [kinds, {k: [value(f, v), str(o.attrs.get_id(k).dtype), o.attrs.get_id(k).shape] for k, v in o.attrs.items()}]
        if isinstance(o, h5py.Dataset):
            plain = o.dtype.kind != "O" and not h5py.check_string_dtype(o.dtype)
            storage = [o.chunks, o.compression, o.shuffle, o.fletcher32, o.maxshape] if plain and o.dtype.names is None else []
            found[name] += [str(o.dtype), o.shape, value(f, read(o)), storage, repr(o.fillvalue) if plain else ""]
    visit("/", f)
    f.visititems(visit)
    return found

result = {}
for a, b, without in json.loads(sys.argv[1]):
    x, y = describe(a, without), describe(b, without)
    result[a] = [[k, x.get(k), y.get(k)] for k in set(x) | set(y) if x.get(k) != y.get(k)]
print(json.dumps(result))
`;

describe("all that can be copied", () => {
  test("however a file is stored, the same content gives the same bytes: a copy's copy is the copy", async () => {
    for (const name of files) {
      const [one, two] = [1, 2].map((i) => join(out, `${i}-${name}`)) as [string, string];
      await copy(join(at("hdf5"), name), one, refused[name]);
      await copy(one, two);
      expect(readFileSync(two).equals(readFileSync(one)), name).toBe(true);
    }
  });

  test.skipIf(python === null)(
    "h5py finds the same values, types, attributes, links, chunks and filters (needs Python with h5py; set BRAIDYN_PYTHON)",
    async () => {
      const pairs: [string, string, readonly string[]][] = [];
      for (const name of files) {
        const to = join(out, name);
        await copy(join(at("hdf5"), name), to, refused[name]);
        pairs.push([join(at("hdf5"), name), to, refused[name] ?? []]);
      }
      expect(pairs.length).toBeGreaterThan(20);
      const differences = runPython(python!, script, JSON.stringify(pairs));
      expect(differences).toEqual(Object.fromEntries(pairs.map(([from]) => [from, []])));
    },
  );
});

test("damaged and hostile files are refused in no time and leave nothing", async () => {
  for (const name of readdirSync(at("hostile")).filter((file) => /\.(h5|nwb)$/.test(file))) {
    const to = join(out, `hostile-${name}`);
    await copy(join(at("hostile"), name), to).catch((error: unknown) => {
      if (!isBraidynError(error)) throw error;
      expect(readdirSync(out)).not.toContain(`hostile-${name}`);
    });
  }
});
