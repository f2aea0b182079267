import fc from "fast-check";
import { BraidynError } from "@braidyn/core";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { findPython } from "../../../../test/python.ts";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipBytes, type ZipFile } from "../support/zip-bytes.ts";
import { folderOf } from "../support/entries.ts";

const limits = { max_bytes: 20_000_000, max_files: 200 };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (files: readonly ZipFile[], how = {}) => readArchive(zipBytes(files, how), limits);
const good = { name: "predict.py", bytes: bytes("print(1)\n".repeat(40)) };

function codeOf(work: () => unknown): string {
  try {
    work();
    return "accepted";
  } catch (error) {
    if (error instanceof BraidynError) return error.code;
    throw error;
  }
}

test("files come back by name, sorted, packed or stored, without folders and hidden files", () => {
  const files = read([
    { name: "b/", mode: 0o040755, method: 0 },
    { ...good, name: "b/predict.py" },
    { ...good, name: "a.txt", method: 0 },
    { ...good, name: ".DS_Store" },
    { ...good, name: "__MACOSX/._a.txt" },
  ]);
  expect([...files.keys()]).toEqual(["a.txt", "b/predict.py"]);
  expect(files.get("b/predict.py")).toEqual(Buffer.from(good.bytes));
});

test("a folder around everything is taken off", () => {
  expect([
    ...read([
      { ...good, name: "entry/x.py" },
      { ...good, name: "entry/y/z.py" },
    ]).keys(),
  ]).toEqual(["x.py", "y/z.py"]);
});

test("names in Japanese and a comment at the end are fine", () => {
  expect([...read([{ ...good, name: "予測.py" }, good], { comment: "made by hand" }).keys()]).toContain(
    "予測.py",
  );
});

describe("what would harm is refused by name", () => {
  const many = Array.from({ length: 20_001 }, (_, i) => ({ name: `f${i}`, method: 0 }));
  const zeros = new Uint8Array(8_000_000);
  test.each<[string, readonly ZipFile[], string, object?]>([
    ["a path upwards", [{ ...good, name: "../evil.py" }], "ARCHIVE_PATH"],
    ["a path upwards within", [{ ...good, name: "a/../../evil.py" }], "ARCHIVE_PATH"],
    ["an absolute path", [{ ...good, name: "/etc/passwd" }], "ARCHIVE_PATH"],
    ["a drive letter", [{ ...good, name: "C:/evil.py" }], "ARCHIVE_PATH"],
    ["a backslash upwards", [{ ...good, name: "..\\evil.py" }], "ARCHIVE_PATH"],
    ["a backslash", [{ ...good, name: "a\\evil.py" }], "ENTRY_NAME"],
    ["a NUL in a name", [{ ...good, name: "a\0.py" }], "ENTRY_NAME"],
    ["a control character", [{ ...good, name: "a\u001b[2J.py" }], "ENTRY_NAME"],
    ["an empty name", [{ ...good, name: "" }], "ENTRY_NAME"],
    ["a name that is not UTF-8", [{ ...good, name: Uint8Array.of(0x83, 0x5c, 0x83) }], "ENTRY_NAME"],
    ["a device of Windows", [{ ...good, name: "aux.py" }], "ENTRY_NAME"],
    ["a stream of Windows", [{ ...good, name: "a.py:hidden" }], "ENTRY_NAME"],
    ["a long name", [{ ...good, name: "x".repeat(300) }], "ENTRY_NAME"],
    ["many folders within folders", [{ ...good, name: `${"d/".repeat(40)}x` }], "ENTRY_NAME"],
    ["a symbolic link", [{ name: "link", bytes: bytes("/etc/passwd"), mode: 0o120777 }], "ENTRY_LINK"],
    ["a pipe", [{ name: "pipe", mode: 0o010644 }], "ENTRY_LINK"],
    ["a device", [{ name: "sda", mode: 0o060644 }], "ENTRY_LINK"],
    ["the same name twice", [good, good], "ARCHIVE_DUPLICATE"],
    ["the same name in capitals", [good, { ...good, name: "PREDICT.py" }], "ARCHIVE_DUPLICATE"],
    [
      "a file that is a folder too",
      [
        { ...good, name: "a" },
        { ...good, name: "a/b" },
      ],
      "ARCHIVE_DUPLICATE",
    ],
    ["an encrypted file", [{ ...good, flags: 1 }], "ARCHIVE_ENCRYPTED"],
    ["another method", [{ ...good, method: 14 }], "ARCHIVE_METHOD"],
    ["a bomb", [{ name: "zeros", bytes: zeros }], "ARCHIVE_BOMB"],
    ["a bomb that says it is small", [{ name: "zeros", bytes: zeros, size: 1000 }], "ARCHIVE_SIZE"],
    ["a size too large", [{ ...good, size: 400 }], "ARCHIVE_SIZE"],
    ["two sizes", [{ ...good, localSize: 7 }], "ARCHIVE_SIZE"],
    ["two names", [{ ...good, localName: "predict.js" }], "ARCHIVE_DAMAGED"],
    ["another checksum", [{ ...good, crc32: 7 }], "ARCHIVE_DAMAGED"],
    ["files that share their bytes", [good, { ...good, name: "predict.py", sameAs: 0 }], "ARCHIVE_DUPLICATE"],
    ["a folder with contents", [{ ...good, name: "a/" }], "ARCHIVE_SIZE"],
    ["20,001 files", many, "ENTRY_FILES"],
    ["201 files", many.slice(0, 201), "ENTRY_FILES"],
    ["zip64", [good], "ARCHIVE_DAMAGED", { count: 0xffff }],
    ["a count too high", [good], "ARCHIVE_DAMAGED", { count: 2 }],
  ])("%s", (_, files, code, how = {}) => {
    expect(codeOf(() => read(files, how))).toBe(code);
  });

  test("files whose bytes overlap", () => {
    const archive = Buffer.from(
      zipBytes([
        { ...good, method: 0 },
        { ...good, name: "predict.pz", method: 0 },
      ]),
    );
    // the second file's offset, in the directory, is led into the first one's bytes
    const inner = zipBytes([{ ...good, name: "predict.pz", bytes: bytes("x"), method: 0 }]);
    const outer = { name: "outer", bytes: inner.subarray(0, 41), method: 0 };
    const forged = Buffer.from(
      zipBytes([outer, { name: "predict.pz", bytes: bytes("x"), method: 0, sameAs: 0 }]),
    );
    const end = forged.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    forged.writeUInt32LE(30 + "outer".length, end + 42);
    expect(codeOf(() => readArchive(forged, limits))).toBe("ARCHIVE_OVERLAP");
    expect(codeOf(() => readArchive(archive, limits))).toBe("accepted");
  });

  test("more bytes than an entry may have", () => {
    const noise = Uint8Array.from({ length: 90_000 }, (_, i) => (i * 7919) >> 3);
    const files = Array.from({ length: 5 }, (_, i) => ({ name: `n${i}`, bytes: noise, method: 0 }));
    expect(codeOf(() => readArchive(zipBytes(files), { ...limits, max_bytes: 400_000 }))).toBe(
      "ENTRY_TOO_LARGE",
    );
  });
});

test("whatever is cut off or changed is refused or reads the same", () => {
  const archive = zipBytes([good, { ...good, name: "b/c.py" }]);
  const expected = new Map(readArchive(archive, limits));
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
      const changed = Uint8Array.from(cut ? archive.subarray(0, at) : archive);
      if (!cut) changed[at] = value;
      let found: ReadonlyMap<string, Uint8Array> | null = null;
      if (codeOf(() => (found = readArchive(changed, limits))) !== "accepted") return;
      for (const [, contents] of found!) expect([...expected.values()]).toContainEqual(contents);
    }),
    { numRuns: 2000 },
  );
});

const python = findPython("zipfile");
test.skipIf(python === null)(
  "an archive of Python's zipfile is read (needs Python; set BRAIDYN_PYTHON)",
  async () => {
    const folder = await folderOf({
      "entry/submission.yaml": "runtime: python\n",
      "entry/sub/data.bin": new Uint8Array(5000),
    });
    execFileSync(python!, ["-m", "zipfile", "-c", "entry.zip", "entry"], { cwd: folder });
    const files = readArchive(readFileSync(join(folder, "entry.zip")), limits);
    expect([...files].map(([name, { length }]) => [name, length])).toEqual([
      ["sub/data.bin", 5000],
      ["submission.yaml", 16],
    ]);
  },
);
