import { BraidynError } from "@braidyn/core";
import type { FrameSelection, ImageFrames, ImageSeriesInfo } from "../types.ts";
import { missing, readNumbers, readTexts, type SessionContext } from "./context.ts";
import { openTimeAxis, selectSamples, type TimeAxis } from "./time-axis.ts";

/** What is known of the movie or image stack at `path`. */
export async function readImageSeriesInfo(
  context: SessionContext,
  path: string,
  name: string,
): Promise<ImageSeriesInfo> {
  const { file } = context;
  const [attributes, external, data, stamps] = await Promise.all([
    file.attributes(path),
    file.dataset(`${path}/external_file`),
    file.dataset(`${path}/data`),
    file.dataset(`${path}/timestamps`),
  ]);
  const embedded = data?.shape && data.shape.length >= 3 && (data.shape[0] as number) > 0 ? data.shape : null;
  const description = attributes.get("description");
  return {
    name,
    description: typeof description === "string" ? description : "",
    externalFiles: external === null ? [] : await readTexts(context, `${path}/external_file`),
    frames: embedded?.[0] ?? stamps?.shape?.[0] ?? 0,
    frameShape: embedded ? embedded.slice(1) : null,
  };
}

/** Frames that lie in the file itself, by index or time; all by default. */
export async function readFrames(
  context: SessionContext,
  path: string,
  name: string,
  selection: FrameSelection,
): Promise<ImageFrames> {
  const info = await readImageSeriesInfo(context, path, name);
  if (info.frameShape === null) {
    throw missing(
      context,
      `frames of ${name}`,
      info.externalFiles.map((file) => `${name} → ${file}`),
    );
  }
  const axis = await openTimeAxis(context, path, info.frames);
  const { rows, time } = selection.frames
    ? await timesOf(axis, clip(selection.frames, info.frames))
    : await selectSamples(context, axis, selection);
  const data = await readNumbers(context, `${path}/data`, rows);
  return { name, time, data, shape: [rows[1] - rows[0], ...info.frameShape] };
}

async function timesOf(axis: TimeAxis, rows: readonly [number, number]) {
  return { rows, time: await axis.times(...rows) };
}

function clip([from, to]: readonly [number, number], count: number): readonly [number, number] {
  if (!(from <= to) || !Number.isInteger(from) || !Number.isInteger(to)) {
    throw new BraidynError("NWB_FRAME_RANGE", { from: String(from), to: String(to) });
  }
  return [Math.min(Math.max(from, 0), count), Math.min(Math.max(to, 0), count)];
}
