import { BraidynError } from "@braidyn/core";
import type { Rows } from "@braidyn/harness";
import type { Conversation } from "../isolation/isolation.ts";
import { shownName } from "../entry/entry-names.ts";
import { createLineReader, type LineReader } from "./line-reader.ts";

/** What is said before the first frame. */
export interface StreamStart {
  readonly format: "braidyn-stream/1";
  readonly challenge: string;
  /** Rows that will come, each of `frames` frames of `frame_shape` values. */
  readonly rows: number;
  readonly frames: number;
  readonly frame_shape: readonly number[];
  readonly columns: readonly string[];
}

export interface StreamOptions {
  readonly start: StreamStart;
  readonly rows: Rows;
  /** For the answer to the first line, which a program gives once it has loaded its model. */
  readonly readySeconds: number;
  readonly frameSeconds: number;
}

/** Rows x columns values, and how long each frame's answer took. */
export interface Streamed {
  readonly values: Float64Array;
  readonly latencies: readonly number[];
}

/** A list of numbers has no longer line. */
const maxLineBytes = 65_536;

/**
 * Hands a program one frame at a time over stdin and takes its answer from stdout before the next: JSON, a line each. A
 * row's prediction is the answer to its last frame.
 *
 * @throws BraidynError `STREAM_*`.
 */
export async function converse({ stdin, stdout }: Conversation, options: StreamOptions): Promise<Streamed> {
  const { start, rows, readySeconds, frameSeconds } = options;
  const { frames, columns } = start;
  const reader = createLineReader(stdout, maxLineBytes);
  stdin.on("error", () => {}); // a program that ended is told by its missing answer
  const size = rows.input.length / Math.max(1, rows.count * frames);
  const values = new Float64Array(rows.count * columns.length);
  const latencies: number[] = [];
  stdin.write(`${JSON.stringify(start)}\n`);
  const first = await answer(reader, readySeconds, { row: 0, frame: 0 });
  if (first !== "ready") throw new BraidynError("STREAM_READY", { found: shownName(first) });
  for (let row = 0; row < rows.count; row++) {
    for (let frame = 0; frame < frames; frame++) {
      const at = { row: row + 1, frame: frame + 1 };
      if (reader.hasMore()) throw new BraidynError("STREAM_EARLY", at);
      const from = (row * frames + frame) * size;
      const line = frameLine(rows, row, frame, rows.input.subarray(from, from + size));
      const before = performance.now();
      stdin.write(line);
      const said = await answer(reader, frameSeconds, at);
      latencies.push(performance.now() - before);
      const numbers = readAnswer(said, columns.length, at);
      if (frame === frames - 1) values.set(numbers, row * columns.length);
    }
  }
  stdin.end();
  const last = { row: rows.count, frame: frames };
  if (reader.hasMore() || (await reader.next(readySeconds * 1000)) !== "ended") {
    throw new BraidynError("STREAM_EARLY", last);
  }
  return { values, latencies };
}

/** A row's place in its session is not told: rows come in the bundle's order. */
function frameLine(rows: Rows, row: number, frame: number, values: Float32Array): string {
  const session = JSON.stringify(rows.sessions[row]);
  return `{"row":${row},"frame":${frame},"session":${session},"values":${JSON.stringify(Array.from(values))}}\n`;
}

type Where = { readonly row: number; readonly frame: number };

async function answer(reader: LineReader, seconds: number, at: Where): Promise<string> {
  const said = await reader.next(seconds * 1000);
  if (said === "silent") throw new BraidynError("STREAM_SILENT", { ...at, seconds });
  if (said === "ended") throw new BraidynError("STREAM_ENDED", at);
  if (said === "too-long") {
    throw new BraidynError("STREAM_ANSWER", { ...at, found: `> ${maxLineBytes} bytes`, expected: "-" });
  }
  return said.line;
}

function readAnswer(line: string, count: number, at: Where): number[] {
  const wrong = (found: string) => new BraidynError("STREAM_ANSWER", { ...at, found, expected: count });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong(line === "" ? '""' : "not JSON");
  }
  if (!Array.isArray(value)) throw wrong(typeof value);
  if (value.length !== count) throw wrong(`[...] (${value.length})`);
  if (!value.every((number) => typeof number === "number" && Number.isFinite(number))) throw wrong("[null]");
  return value as number[];
}
