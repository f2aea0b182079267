/**
 * Opens BraiDyn-BC sessions (NWB) and reads only the bytes that are asked for.
 *
 * ```ts
 * import { openSession } from "@braidyn/nwb";
 *
 * const session = await openSession("VG1GC-105_2024-02-02_task-day8.nwb");
 * const { time, data } = await session.dff({ time: [100, 110] });
 * session.close();
 * ```
 */
export { openSession, openSource, type OpenOptions, type SessionSource } from "./open-session.ts";
export type { ByteSource } from "./hdf5/source.ts";
export { isRemote, remoteSource } from "./remote/open-remote.ts";
export type { HttpSource } from "./remote/http-source.ts";
export type { PackChoice, PackStore } from "./remote/pack-store.ts";
export type { RemoteOptions } from "./remote/transport.ts";
export {
  dandiDownloadUrl,
  findDandiAsset,
  listDandiAssets,
  type AssetFilter,
  type DandiAsset,
} from "./dandi/assets.ts";
export { dandiAssetMetadata, type DandiAssetMetadata } from "./dandi/metadata.ts";
export { formatDandiName, isDandiName, parseDandiName, type DandiName } from "./dandi/name.ts";
export { currentDandiVersion, listDandiVersions, type DandiVersion } from "./dandi/versions.ts";
export type { ReaderChoice } from "./open-hdf5.ts";
export { braidynBc } from "./braidyn-bc.ts";
export type { ClockProfile, OutcomeProfile, Profile, SensorProfile } from "./profile.ts";
export type { Listing } from "./session/context.ts";
export type {
  ClockContents,
  ClockReader,
  DffSignal,
  FrameSelection,
  ImageFrames,
  ImageSeriesInfo,
  KeypointSeries,
  MaskChannel,
  NumericArray,
  Outcome,
  PupilSeries,
  RegionMasks,
  RegionSeries,
  Session,
  SessionContents,
  SessionInfo,
  TimeSelection,
  TimeSeries,
  Trials,
} from "./types.ts";
