import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { isBraidynError } from "@braidyn/core";
import { openEntry } from "@braidyn/runner";
import { zipBytes, type ZipFile } from "../../../packages/runner/test/support/zip-bytes.ts";
import type { Arena, Attack, Attempt } from "../attack.ts";

const limits = { max_bytes: 20_000_000, max_files: 200 };
const yaml = { name: "submission.yaml", bytes: Buffer.from("runtime: python\npredict: predict.py\n") };
const program = { name: "predict.py", bytes: Buffer.from("print()\n") };
const secret = "a secret of this machine";

/** What an attack is after, looked for in the folder that stands above the one it is unpacked to. */
type Harm = (above: string) => string | null;

interface ArchiveAttack {
  readonly name: string;
  readonly files: readonly ZipFile[];
  readonly harm: Harm;
  /** Why it is not unpacked without checks. */
  readonly noControl?: string;
}

const evilOutside: Harm = (above) => (readdirSync(above).includes("evil.py") ? "written outside" : null);
const unpackedBytes = (above: string) =>
  readdirSync(join(above, "entry"), { recursive: true, withFileTypes: true }).reduce(
    (sum, file) => sum + (file.isFile() ? readFileSync(join(file.parentPath, file.name)).length : 0),
    0,
  );
const tooLarge: Harm = (above) => (unpackedBytes(above) > 1_000_000 ? `${unpackedBytes(above)} bytes` : null);

const list: readonly ArchiveAttack[] = [
  { name: "archive: zip-slip", files: [{ ...program, name: "../evil.py" }], harm: evilOutside },
  {
    ...{ name: "archive: an absolute path", files: [{ ...program, name: "/evil.py" }], harm: evilOutside },
    noControl: "would write at the top of this disk",
  },
  {
    name: "archive: a symbolic link out of it",
    files: [{ name: "link", bytes: Buffer.from("../secret"), mode: 0o120777 }],
    harm: (above) => {
      const found =
        readdirSync(join(above, "entry")).includes("link") &&
        readFileSync(join(above, "entry", "link"), "utf8");
      return found === secret ? "read through the link" : null;
    },
  },
  {
    ...{ name: "archive: a zip bomb", files: [{ name: "zeros", bytes: new Uint8Array(8_000_000) }] },
    harm: tooLarge,
  },
  {
    ...{
      name: "archive: a lying size",
      files: [{ name: "zeros", bytes: new Uint8Array(8_000_000), size: 1000 }],
    },
    harm: tooLarge,
  },
  {
    name: "archive: 20,001 files",
    files: Array.from({ length: 20_001 }, (_, i) => ({ name: `f${i}`, method: 0 })),
    harm: (above) => {
      const files = readdirSync(join(above, "entry")).length;
      return files > 20_000 ? `${files} files` : null;
    },
  },
  {
    name: "archive: one name twice",
    files: [program, { name: "predict.py", bytes: Buffer.from("another()\n") }],
    harm: (above) =>
      readFileSync(join(above, "entry", "predict.py"), "utf8") === "another()\n"
        ? "replaced what was checked"
        : null,
  },
];

export const attacks: readonly Attack[] = list.map(({ name, files, harm, noControl }) => ({
  name,
  attempt: (arena) => attempt(arena, [yaml, program, ...files], harm, openAsEntry),
  control: noControl ?? ((arena) => attempt(arena, [yaml, program, ...files], harm, unpackWithoutChecks)),
}));

async function attempt(
  { folder }: Arena,
  files: readonly ZipFile[],
  harm: Harm,
  unpack: (archive: Uint8Array, files: readonly ZipFile[], folder: string) => Promise<string>,
): Promise<Attempt> {
  const entry = join(folder, "entry");
  mkdirSync(entry);
  writeFileSync(join(folder, "secret"), secret);
  const seen = await unpack(zipBytes(files), files, entry);
  const left = readdirSync(entry).length === 0 ? null : harm(folder);
  const outside = readdirSync(folder).length > 2 ? "left something" : null;
  const got = left ?? outside ?? (seen === "accepted" ? "accepted" : null);
  return { ran: true, succeeded: got !== null, seen: got ?? seen };
}

async function openAsEntry(archive: Uint8Array): Promise<string> {
  try {
    await openEntry({ name: "entry.zip", bytes: archive }, limits);
    return "accepted";
  } catch (error) {
    if (isBraidynError(error)) return error.code;
    throw error;
  }
}

/** As simple programs unpack: names, links and sizes are believed. */
async function unpackWithoutChecks(
  archive: Uint8Array,
  files: readonly ZipFile[],
  folder: string,
): Promise<string> {
  let at = 0;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (const { mode } of files) {
    const [method, packed] = [view.getUint16(at + 8, true), view.getUint32(at + 18, true)];
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const path = join(folder, Buffer.from(archive.subarray(at + 30, nameEnd)).toString());
    const raw = archive.subarray(nameEnd, nameEnd + packed);
    const bytes = method === 8 ? inflateRawSync(raw) : raw;
    mkdirSync(dirname(path), { recursive: true });
    if (mode === 0o120777) symlinkSync(Buffer.from(bytes).toString(), path);
    else writeFileSync(path, bytes);
    at = nameEnd + packed;
  }
  return "unpacked";
}
