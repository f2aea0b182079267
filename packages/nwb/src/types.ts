import type { SessionId, SessionType } from "@braidyn/core";

/** Numbers as the file stores them; 64-bit integers become float64, enum booleans 0 and 1. */
export type NumericArray =
  Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** Which samples to read: those with `from <= t < to`, in seconds on the session's clock. Only their bytes are read. */
export interface TimeSelection {
  readonly time?: readonly [from: number, to: number];
}

/** One signal sampled at n times. */
export interface TimeSeries<Data extends NumericArray = NumericArray> {
  readonly name: string;
  /** n seconds on the session's clock. */
  readonly time: Float64Array;
  /** n values. */
  readonly data: Data;
  /** 1 / mean step of the whole series (its steps alternate, so the median would be off); NaN below two samples. */
  readonly rateHz: number;
  /** The true unit (files say "a.u." throughout); "" for 0/1 signals and codes. */
  readonly unit: string;
}

/** Signals of all regions at n times. */
export interface RegionSeries {
  readonly name: DffSignal;
  /** n seconds on the session's clock. */
  readonly time: Float64Array;
  /** n x regions, row by row: `data[i * regions.length + r]`. A fraction, not percent. */
  readonly data: Float64Array;
  /** Column names, in file order. */
  readonly regions: readonly string[];
  readonly rateHz: number;
  readonly unit: string;
}

/** One tracked point at n times. */
export interface KeypointSeries {
  readonly view: string;
  readonly name: string;
  readonly time: Float64Array;
  /** n pixels from the left edge; NaN where the point was not seen well enough. */
  readonly x: Float32Array | Float64Array;
  /** n pixels from the top edge. */
  readonly y: Float32Array | Float64Array;
  /** n likelihoods in [0, 1]; null where the file keeps them on another clock (30 Hz data): see `session.likelihood`. */
  readonly likelihood: Float32Array | Float64Array | null;
  readonly rateHz: number;
  readonly unit: "px";
}

/** The pupil at n times, in pixels. */
export interface PupilSeries {
  readonly time: Float64Array;
  readonly diameter: Float32Array | Float64Array;
  readonly centerX: Float32Array | Float64Array;
  readonly centerY: Float32Array | Float64Array;
  readonly rateHz: number;
  readonly unit: "px";
}

/** How a trial ended, whatever the release calls it. */
export type Outcome = "success" | "short-pull" | "no-response";

/** The trials of a session: one array a column, all of `count` values. */
export interface Trials {
  readonly count: number;
  /**
   * Columns under their NWB names, in file order, then `outcome` (`Outcome[]`) where `trial_outcome` and `pull_onset`
   * are there. NaN: no pull.
   */
  readonly columns: Readonly<Record<string, NumericArray | readonly string[]>>;
  /** What the file says of each column. */
  readonly descriptions: Readonly<Record<string, string>>;
}

/**
 * dF/F of the haemodynamics-corrected, the 470 nm (B) and the 405 nm (V) frames; another paradigm's profile has its own.
 */
export type DffSignal = "dFF" | "dFF_B" | "dFF_V" | (string & {});

/** The excitation light whose image the masks lie in. */
export type MaskChannel = "blue" | "UV" | (string & {});

/** Where each region lies in the session's image. */
export interface RegionMasks {
  readonly names: readonly string[];
  readonly descriptions: readonly string[];
  readonly height: number;
  readonly width: number;
  /** names.length x height x width, 1 inside the region. */
  readonly data: Uint8Array;
}

/** A movie or image stack: its frames' times, and either files outside the session or frames inside it. */
export interface ImageSeriesInfo {
  readonly name: string;
  readonly description: string;
  /** Paths as the session file gives them, relative to it; empty when the frames are inside. */
  readonly externalFiles: readonly string[];
  /** Number of frames, by their timestamps or the embedded data. */
  readonly frames: number;
  /** Height and width (and colours) of embedded frames; null when the frames are outside. */
  readonly frameShape: readonly number[] | null;
}

/** Embedded frames. */
export interface ImageFrames {
  readonly name: string;
  readonly time: Float64Array;
  /** n x height x width, frame by frame. */
  readonly data: NumericArray;
  readonly shape: readonly number[];
}

/** Frames `from <= i < to`, or those in a time range. */
export interface FrameSelection extends TimeSelection {
  readonly frames?: readonly [from: number, to: number];
}

/** What a session file says of itself. */
export interface SessionInfo {
  /** As given to `openSession`. */
  readonly path: string;
  readonly subject: string;
  /** Calendar day, `2023-06-29`. */
  readonly date: string;
  /** `task`, `resting-state` or `sensory-stim`; "unknown" when neither the file nor its name tells. */
  readonly type: SessionType | (string & {});
  /** Day of training; null when the name does not tell. */
  readonly day: number | null;
  /** `VG1-GC#51_2023-06-29_task-day11`: the same for every copy of the session. */
  readonly session: string;
  readonly description: string;
  readonly notes: string;
  /** ISO 8601 with the offset. */
  readonly startTime: string;
  readonly identifier: string;
  readonly nwbVersion: string;
  readonly sex: string;
  /** ISO 8601 duration, `P105D`. */
  readonly age: string;
  readonly dateOfBirth: string;
  readonly genotype: string;
  readonly strain: string;
  readonly species: string;
  /** As written, `0.0206 kg`. */
  readonly weight: string;
}

/** What can be read from one clock of a session; empty lists where there is nothing. */
export interface ClockContents {
  /** Sensor names, sorted. */
  readonly sensors: readonly string[];
  /** Keypoint names a view: in the profile's order, then those that it does not know. */
  readonly keypoints: Readonly<Record<string, readonly string[]>>;
  readonly pupil: boolean;
  readonly trials: boolean;
}

/** What can be read from a session. */
export interface SessionContents {
  readonly downsampled: ClockContents;
  readonly raw: ClockContents;
  readonly dff: readonly DffSignal[];
  readonly masks: readonly MaskChannel[];
  readonly atlasTransform: boolean;
  readonly images: readonly string[];
}

/** Data on one clock. Every method throws `NWB_MISSING` for what the file lacks, naming what there is. */
export interface ClockReader {
  sensor(name: string, selection?: TimeSelection): Promise<TimeSeries>;
  keypoint(view: string, name: string, selection?: TimeSelection): Promise<KeypointSeries>;
  pupil(selection?: TimeSelection): Promise<PupilSeries>;
  trials(): Promise<Trials>;
}

/**
 * One open session. Its own methods read the 30 Hz data; `raw` reads the 5 kHz sensors and 100 Hz keypoints.
 *
 * Every method throws `NWB_MISSING` for what the file lacks, `NWB_TRUNCATED` or `NWB_CORRUPT` for a damaged file.
 */
export interface Session extends ClockReader {
  readonly info: SessionInfo;
  /** What the file's name says, where it is a session's name. */
  readonly id: SessionId | null;
  /** Region names in file order. */
  readonly regions: readonly string[];
  readonly contents: SessionContents;
  readonly raw: ClockReader;
  dff(selection?: TimeSelection & { readonly signal?: DffSignal }): Promise<RegionSeries>;
  masks(selection?: { readonly channel?: MaskChannel }): Promise<RegionMasks>;
  /** 2 x 3 affine from 512 x 512 atlas pixels to image pixels, row by row. */
  atlasTransform(): Promise<Float64Array>;
  /** Likelihood of a 30 Hz keypoint on the clock of its video. */
  likelihood(view: string, name: string, selection?: TimeSelection): Promise<TimeSeries>;
  /** What is known of a movie or image stack of `contents.images`. */
  imageSeries(name: string): Promise<ImageSeriesInfo>;
  /** Embedded frames by index or time. @throws BraidynError `NWB_MISSING` when the frames are in files outside. */
  frames(name: string, selection?: FrameSelection): Promise<ImageFrames>;
  close(): void;
}
