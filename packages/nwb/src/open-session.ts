import { BraidynError } from "@braidyn/core";
import { braidynBc } from "./braidyn-bc.ts";
import { builtin } from "./builtin.ts";
import type { DandiAsset } from "./dandi/assets.ts";
import { blobSource } from "./hdf5/blob-source.ts";
import type { ByteSource } from "./hdf5/source.ts";
import { openHdf5, type ReaderChoice } from "./open-hdf5.ts";
import type { Profile } from "./profile.ts";
import { isRemote, remoteSource } from "./remote/open-remote.ts";
import type { RemoteOptions } from "./remote/transport.ts";
import { clockReader, keypointPath } from "./session/clock.ts";
import { listSignals, readContents } from "./session/contents.ts";
import { missing, type Listing, type SessionContext } from "./session/context.ts";
import { readFrames, readImageSeriesInfo } from "./session/images.ts";
import { idFromName, readInfo } from "./session/info.ts";
import { readLikelihood } from "./session/likelihood.ts";
import { readAtlasTransform, readDff, readMasks, readRegionNames } from "./session/regions.ts";
import type { Session } from "./types.ts";

export interface OpenOptions extends RemoteOptions {
  /** Where the paradigm's files keep what; BraiDyn-BC by default. */
  readonly profile?: Profile;
  /** Our own reader with h5wasm behind it ("auto"), or one of them alone. */
  readonly reader?: ReaderChoice;
  /** Most bytes that one read may take; 256 MiB by default. */
  readonly maxReadBytes?: number;
  /** Length of a file behind an address whose server does not tell. */
  readonly sizeBytes?: number;
  /**
   * How well `session.contents` is looked up: `quick` for what is behind an address, else `complete`. A quick listing
   * takes a view that is there to have all the keypoints that the profile knows; reading finds out.
   */
  readonly listing?: Listing;
}

/** What a session can be opened from. */
export type SessionSource = string | URL | Blob | DandiAsset;

/**
 * Opens a session; reads only names and shapes until data are asked for.
 *
 * @param source a local path; a `file:`, `http:` or `https:` address; `dandi:001425@VERSION/PATH.nwb`; an asset that
 * {@link listDandiAssets} gave; or a Blob or File.
 * @throws BraidynError `NWB_NOT_FOUND`, `NWB_NOT_READABLE`, `NWB_NOT_HDF5`, `NWB_NOT_SESSION`, `NWB_TRUNCATED`,
 * `NWB_CORRUPT`, `NWB_UNSUPPORTED`; from a network also `NWB_UNREACHABLE`, `NWB_DENIED`, `NWB_CHANGED`,
 * `NWB_NO_RANGES`, `NWB_NO_SIZE`, `NWB_WRONG_ANSWER`, `NWB_NOT_STREAMABLE` and the `DANDI_` codes.
 */
export async function openSession(source: SessionSource, options: OpenOptions = {}): Promise<Session> {
  return openSource(await byteSource(source, options), options);
}

/** Opens a session over any source of bytes, which the session closes; so does a failure to open it. */
export async function openSource(bytes: ByteSource, options: OpenOptions = {}): Promise<Session> {
  const { profile = braidynBc, reader = "auto", maxReadBytes = 256 * 1024 * 1024 } = options;
  const listing = options.listing ?? (bytes.isDistant ? "quick" : "complete");
  const opened: { close(): void }[] = [bytes];
  try {
    const file = await openHdf5(bytes, { maxReadBytes }, reader);
    opened.push(file);
    return await sessionOver({ file, profile, maxReadBytes, listing }, bytes.label);
  } catch (error) {
    for (const each of opened.reverse()) each.close();
    throw error;
  }
}

async function byteSource(source: SessionSource, options: OpenOptions): Promise<ByteSource> {
  if (source instanceof Blob) return blobSource(source);
  if (typeof source === "object" && "assetId" in source) return remoteSource(source, options);
  const text = String(source);
  if (isRemote(text)) return remoteSource(text, options);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text) && !/^file:/i.test(text)) {
    throw new BraidynError("NWB_NOT_READABLE", {
      path: text,
      reason: "not a file, http(s) or dandi address",
    });
  }
  const { fileSource } = await import("./hdf5/file-source.ts");
  return fileSource(text.startsWith("file:") ? pathOf(text) : text);
}

function pathOf(url: string): string {
  try {
    return builtin("node:url").fileURLToPath(url);
  } catch (cause) {
    throw new BraidynError("NWB_NOT_READABLE", { path: url, reason: "not a local file" }, { cause });
  }
}

async function sessionOver(context: SessionContext, path: string): Promise<Session> {
  const { file, profile } = context;
  const id = idFromName(path);
  const signals = listSignals(context);
  const [info, contents, regions] = await Promise.all([
    readInfo(context, path, id),
    readContents(context, signals),
    signals.then((names) => readRegionNames(context, names)),
  ]);
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
