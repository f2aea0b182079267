import { BraidynError } from "@braidyn/core";
import { braidynBc } from "./braidyn-bc.ts";
import { blobSource } from "./hdf5/blob-source.ts";
import type { ByteSource } from "./hdf5/source.ts";
import { openHdf5, type ReaderChoice } from "./open-hdf5.ts";
import type { Profile } from "./profile.ts";
import { clockReader, keypointPath } from "./session/clock.ts";
import { readContents } from "./session/contents.ts";
import { missing, type SessionContext } from "./session/context.ts";
import { readFrames, readImageSeriesInfo } from "./session/images.ts";
import { idFromName, readInfo } from "./session/info.ts";
import { readLikelihood } from "./session/likelihood.ts";
import { readAtlasTransform, readDff, readMasks, readRegionNames } from "./session/regions.ts";
import type { Session } from "./types.ts";

export interface OpenOptions {
  /** Where the paradigm's files keep what; BraiDyn-BC by default. */
  readonly profile?: Profile;
  /** Our own reader with h5wasm behind it ("auto"), or one of them alone. */
  readonly reader?: ReaderChoice;
  /** Most bytes that one read may take; 256 MiB by default. */
  readonly maxReadBytes?: number;
}

/**
 * Opens a session; reads only names and shapes until data are asked for.
 *
 * @param source a local path, a `file:` URL, or a Blob or File.
 * @throws BraidynError `NWB_NOT_FOUND`, `NWB_NOT_READABLE`, `NWB_NOT_HDF5`, `NWB_NOT_SESSION`, `NWB_TRUNCATED`,
 * `NWB_CORRUPT`, `NWB_UNSUPPORTED`.
 */
export async function openSession(source: string | URL | Blob, options: OpenOptions = {}): Promise<Session> {
  return openSource(await byteSource(source), options);
}

/** Opens a session over any source of bytes, which the session closes; so does a failure to open it. */
export async function openSource(
  bytes: ByteSource,
  { profile = braidynBc, reader = "auto", maxReadBytes = 256 * 1024 * 1024 }: OpenOptions = {},
): Promise<Session> {
  const opened: { close(): void }[] = [bytes];
  try {
    const file = await openHdf5(bytes, { maxReadBytes }, reader);
    opened.push(file);
    return await sessionOver({ file, profile, maxReadBytes }, bytes.label);
  } catch (error) {
    for (const each of opened.reverse()) each.close();
    throw error;
  }
}

async function byteSource(source: string | URL | Blob): Promise<ByteSource> {
  if (source instanceof Blob) return blobSource(source);
  const text = String(source);
  if (/^(https?|s3|dandi):/i.test(text)) {
    throw new BraidynError("NWB_NOT_READABLE", { path: text, reason: "not a local file" });
  }
  const { fileSource } = await import("./hdf5/file-source.ts");
  return fileSource(text.startsWith("file:") ? await pathOf(text) : text);
}

async function pathOf(url: string): Promise<string> {
  const { fileURLToPath } = await import("node:url");
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new BraidynError("NWB_NOT_READABLE", { path: url, reason: "not a local file" }, { cause });
  }
}

async function sessionOver(context: SessionContext, path: string): Promise<Session> {
  const { file, profile } = context;
  const id = idFromName(path);
  const [info, contents] = await Promise.all([readInfo(context, path, id), readContents(context)]);
  const regions = await readRegionNames(context, contents.dff);
  const imagePath = (name: string): string => {
    if (!contents.images.includes(name)) throw missing(context, `image series ${name}`, contents.images);
    return `${profile.images}/${name}`;
  };
  return {
    ...clockReader(context, profile.downsampled, contents.downsampled),
    raw: clockReader(context, profile.raw, contents.raw),
    info,
    id,
    regions,
    contents,
    dff: (selection = {}) => readDff(context, regions, contents.dff, selection),
    masks: (selection = {}) => readMasks(context, contents.masks, selection.channel),
    atlasTransform: () => readAtlasTransform(context),
    likelihood: async (view, name, selection = {}) => {
      const pose = keypointPath(context, profile.downsampled, contents.downsampled, view, name);
      return readLikelihood(context, pose, profile.videos[view], name, selection);
    },
    imageSeries: async (name) => readImageSeriesInfo(context, imagePath(name), name),
    frames: async (name, selection = {}) => readFrames(context, imagePath(name), name, selection),
    close: () => file.close(),
  };
}
