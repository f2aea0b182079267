import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  canonicalJson,
  commitmentOf,
  readNpy,
  writeNpy,
  type PrivateManifest,
  type PublicManifest,
} from "@braidyn/harness";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";

type Rows = Record<string, unknown>[];

/** A bundle's files, to plant something in; `seal` then makes its manifests say that all is well. */
export interface BundleEditor {
  readonly folder: string;
  path(file: string): string;
  bytes(file: string): Buffer;
  write(file: string, bytes: Uint8Array | string): void;
  input(split: string): { data: Float32Array; shape: readonly number[] };
  setInput(split: string, data: Float32Array, shape: readonly number[]): void;
  table(file: string): Rows;
  setTable(file: string, rows: Rows, metadata?: { key: string; value: string }[]): void;
  json(file: string): Record<string, unknown>;
  setJson(file: string, value: object): void;
  seal(): Promise<void>;
}

export function editCopy(bundle: string, folder: string): BundleEditor {
  cpSync(bundle, folder, { recursive: true });
  const path = (file: string) => join(folder, file);
  const bytes = (file: string) => readFileSync(path(file));
  const write = (file: string, content: Uint8Array | string) => writeFileSync(path(file), content);
  const types = new Map<string, Map<string, string>>();
  const json = (file: string) => JSON.parse(bytes(file).toString()) as Record<string, unknown>;
  const setJson = (file: string, value: object) => write(file, `${canonicalJson(value, 2)}\n`);
  return {
    ...{ folder, path, bytes, write, json, setJson },
    input: (split) => {
      const { data, shape } = readNpy(new Uint8Array(bytes(`public/${split}/input.npy`)), split);
      return { data: Float32Array.from(data), shape };
    },
    setInput: (split, data, shape) => write(`public/${split}/input.npy`, writeNpy(data, shape)),
    table: (file) => {
      const buffer = Uint8Array.from(bytes(file)).buffer;
      const metadata = parquetMetadata(buffer);
      const own = parquetSchema(metadata).children.map(({ element }) => {
        return [element.name, element.converted_type ?? element.type ?? ""] as const;
      });
      types.set(file, new Map(own));
      return parquetRows(buffer);
    },
    setTable: (file, rows, kvMetadata) => {
      const known = types.get(file) ?? new Map<string, string>();
      const columnData = Object.keys(rows[0] ?? {}).map((name): ColumnSource => {
        const data = rows.map((row) => row[name]);
        const type = known.get(name) ?? (typeof data[0] === "string" ? "UTF8" : "DOUBLE");
        const named = type === "UTF8" ? ("STRING" as const) : (type as "DOUBLE" | "INT32");
        return { name, data: data as number[], type: named, nullable: named === "INT32" };
      });
      write(
        file,
        new Uint8Array(
          parquetWriteBuffer({ columnData, ...(kvMetadata === undefined ? {} : { kvMetadata }) }),
        ),
      );
    },
    seal: () => seal({ bytes, json, setJson }),
  };
}

let decode: (buffer: ArrayBuffer) => Rows = () => [];
/** Tables are read beforehand, so that mutations can be plain functions. */
export async function readTables(bundle: string): Promise<void> {
  const rows = new Map<string, Rows>();
  for (const file of [
    "public/train/rows.parquet",
    "public/validation/rows.parquet",
    "public/test/rows.parquet",
    "private/truth.parquet",
  ]) {
    const buffer = Uint8Array.from(readFileSync(join(bundle, file))).buffer;
    rows.set(digest(new Uint8Array(buffer)), (await parquetReadObjects({ file: buffer })) as Rows);
  }
  decode = (buffer) => structuredClone(rows.get(digest(new Uint8Array(buffer))) ?? []);
}

function parquetRows(buffer: ArrayBuffer): Rows {
  return decode(buffer);
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Hashes, commitment and the manifests' own numbers, as the builder would write them for what is there now. */
async function seal({
  bytes,
  json,
  setJson,
}: Pick<BundleEditor, "bytes" | "json" | "setJson">): Promise<void> {
  const hashed = (half: string, files: PublicManifest["files"]) =>
    files.map((file) => {
      const content = bytes(`${half}/${file.path}`);
      return { ...file, bytes: content.length, sha256: digest(content) };
    });
  const hidden = json("private/manifest.json") as unknown as PrivateManifest;
  const sealed = { ...hidden, files: hashed("private", hidden.files) };
  const commitment = await commitmentOf(sealed);
  const { self: _self, ...open } = json("public/manifest.json") as unknown as PublicManifest;
  const shown = { ...open, commitment, files: hashed("public", open.files) };
  setJson("public/manifest.json", { ...shown, self: digest(Buffer.from(canonicalJson(shown))) });
  setJson("private/manifest.json", { ...sealed, public_manifest: digest(bytes("public/manifest.json")) });
}
