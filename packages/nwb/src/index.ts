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
export { openSession, type OpenOptions } from "./open-session.ts";
export type { ReaderChoice } from "./open-hdf5.ts";
export { braidynBc } from "./braidyn-bc.ts";
export type { ClockProfile, OutcomeProfile, Profile, SensorProfile } from "./profile.ts";
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
