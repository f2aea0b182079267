import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import type { RowFeatures } from "../../controls/session-features.ts";

/** What is known of a session before its rows are looked at. */
export interface SessionPlace {
  /** The session's key, `VG1-GC#51_2023-06-29_task-day11`. */
  readonly session: string;
  readonly subject: string;
  readonly date: string;
  readonly day: number | null;
  readonly type: string;
}

/** What one session gave, as it stands in a file of its own. */
export interface SessionPart {
  readonly place: SessionPlace;
  /** What it lacks, where it lacks what the challenge needs; it has no rows then. */
  readonly missing: string | null;
  readonly count: number;
  readonly inputShape: readonly number[];
  readonly time: Float64Array;
  readonly truth: Readonly<Record<string, Float64Array>>;
  readonly reference: Readonly<Record<string, Float64Array>>;
  readonly features: RowFeatures;
}

/** A part that was read back: everything but the input, and where that stands. */
export interface StoredPart extends SessionPart {
  readonly file: string;
  /** Where count x inputShape float32 begin. */
  readonly inputOffset: number;
}

const magic = "braidyn-part/1\n";
const headBytes = magic.length + 4;
const hashBytes = 32;

/**
 * Writes a part under its final name only once it is whole. Layout: a line that names the format, the length of the
 * header (uint32), the header (JSON), float64 columns, the input, SHA-256 of everything before it.
 *
 * @param key what the part was made from; a reader asks for it.
 */
export async function writePart(
  file: string,
  key: string,
  part: SessionPart,
  input: Float32Array,
): Promise<void> {
  const { time, truth, reference, features, ...plain } = part;
  const columns = {
    time,
    ...named("truth", truth),
    ...named("reference", reference),
    ...featureColumns(features),
  };
  const header = { key, ...plain, features: featureNames(features), columns: Object.keys(columns) };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const temporary = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await writeHashed(handle, [Buffer.from(magic), length, text, ...Object.values(columns), input]);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeHashed(handle: FileHandle, pieces: readonly ArrayBufferView[]): Promise<void> {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of pieces) {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    hash.update(bytes);
    await handle.writeFile(bytes);
  }
  await handle.writeFile(hash.digest());
}

/** Whether a file is a whole and undamaged part made from `key`; reads all of it, in pieces. */
export async function isWholePart(file: string, key: string): Promise<boolean> {
  try {
    if ((await readHeader(file)).header["key"] !== key) return false;
    const hash = createHash("sha256");
    let tail = Buffer.alloc(0);
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const bytes = Buffer.concat([tail, piece as Buffer]);
      hash.update(bytes.subarray(0, Math.max(0, bytes.length - hashBytes)));
      tail = bytes.subarray(Math.max(0, bytes.length - hashBytes));
    }
    return hash.digest().equals(tail);
  } catch {
    return false;
  }
}

/** Reads a whole part but for its input. */
export async function readPart(file: string): Promise<StoredPart> {
  const { header, end } = await readHeader(file);
  const { count, inputShape, place, missing } = header as unknown as SessionPart;
  const names = header["columns"] as string[];
  const bytes = new Uint8Array(await readBytes(file, end, names.length * count * 8)).buffer;
  const column = (name: string) => new Float64Array(bytes, names.indexOf(name) * count * 8, count);
  const group = (prefix: string) =>
    Object.fromEntries(
      names
        .filter((name) => name.startsWith(`${prefix}.`))
        .map((name) => [name.slice(prefix.length + 1), column(name)]),
    );
  const features = header["features"] as { session: RowFeatures["session"] };
  return {
    ...{ place, missing, count, inputShape, file, inputOffset: end + names.length * count * 8 },
    time: column("time"),
    truth: group("truth"),
    reference: group("reference"),
    features: { ...features, behaviour: group("behaviour"), environment: group("environment") },
  };
}

function named(
  prefix: string,
  columns: Readonly<Record<string, Float64Array>>,
): Record<string, Float64Array> {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [`${prefix}.${name}`, values]));
}

function featureColumns({ behaviour, environment }: RowFeatures): Record<string, Float64Array> {
  return { ...named("behaviour", behaviour), ...named("environment", environment) };
}

function featureNames({ session }: RowFeatures): { session: RowFeatures["session"] } {
  return { session };
}

async function readHeader(file: string): Promise<{ header: Record<string, unknown>; end: number }> {
  const head = await readBytes(file, 0, headBytes);
  if (head.subarray(0, magic.length).toString("latin1") !== magic) throw new Error("not a part");
  const length = head.readUInt32LE(magic.length);
  const text = await readBytes(file, headBytes, length);
  return { header: JSON.parse(text.toString("utf8")) as Record<string, unknown>, end: headBytes + length };
}

/** @throws Error when the file is shorter; checked before anything is allocated. */
async function readBytes(file: string, start: number, length: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    if (start + length > (await handle.stat()).size) throw new Error("cut off");
    const bytes = Buffer.alloc(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
      if (bytesRead === 0) throw new Error("cut off");
      done += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
