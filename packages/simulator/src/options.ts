import { BraidynError, sessionTypes, type SessionType } from "@braidyn/core";

/** Beside trials and dF/F, which every session has: what else to simulate. */
export const streams = ["sensors", "keypoints", "pupil"] as const;
export type Stream = (typeof streams)[number];

/** `reduced`: 30 Hz data. `full`: the raw 5 kHz sensors and 100 Hz keypoints as well. */
export const layouts = ["reduced", "full"] as const;
export type Layout = (typeof layouts)[number];

/**
 * What `miss` means: `released`, as on DANDI, no response; `prerelease`, as in the hackathon's copies, a pull that was
 * too short. `failure` is the other one.
 */
export const outcomeLabels = ["released", "prerelease"] as const;
export type OutcomeLabels = (typeof outcomeLabels)[number];

export interface SessionOptions {
  /** Of the cohort: decides everything that its mice share, and all mice. */
  readonly seed?: number;
  /** 0 is the cohort's first. */
  readonly mouse?: number;
  /** Day of training, 1-15; 0 for rest before it; 16 for sensory stimulation. */
  readonly day?: number;
  readonly type?: SessionType;
  /** Length of the recording. */
  readonly minutes?: number;
  readonly streams?: readonly Stream[];
  readonly layout?: Layout;
  /** Height and width of the region masks, pixels. */
  readonly maskSize?: number;
  readonly outcomeLabels?: OutcomeLabels;
}

export type CompleteOptions = Required<SessionOptions>;

/** Real recordings' lengths. */
const usualMinutes: Record<SessionType, number> = { task: 30, "resting-state": 10, "sensory-stim": 15 };

/**
 * Every option, with defaults for those not given.
 *
 * @throws BraidynError `SIMULATOR_OPTION` for a value that cannot be simulated.
 */
export function completeOptions(options: SessionOptions = {}): CompleteOptions {
  const { seed = 1, mouse = 0, type = "task", layout = "reduced", maskSize = 288 } = options;
  const complete: CompleteOptions = {
    ...{ seed, mouse, type, layout, maskSize },
    day: options.day ?? (type === "sensory-stim" ? 16 : 1),
    minutes: options.minutes ?? usualMinutes[type],
    streams: options.streams ?? streams,
    outcomeLabels: options.outcomeLabels ?? "released",
  };
  checkWhole("seed", seed, 0, 2 ** 32 - 1);
  checkWhole("mouse", mouse, 0, 9999);
  checkWhole("day", complete.day, type === "task" ? 1 : 0, 30);
  checkWhole("maskSize", maskSize, 48, 1024);
  checkChoice("type", type, sessionTypes);
  checkChoice("layout", layout, layouts);
  checkChoice("outcomeLabels", complete.outcomeLabels, outcomeLabels);
  for (const stream of complete.streams) checkChoice("streams", stream, streams);
  checkRange("minutes", complete.minutes, 0.5, 60);
  return complete;
}

/** @throws BraidynError `SIMULATOR_OPTION` unless `value` is a whole number from `low` to `high`. */
export function checkWhole(option: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value)) refuse(option, value, `a whole number from ${low} to ${high}`);
  checkRange(option, value, low, high);
}

function checkRange(option: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) refuse(option, value, `${low} to ${high}`);
}

function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) refuse(option, value, choices.join(", "));
}

function refuse(option: string, found: string | number, expected: string): never {
  throw new BraidynError("SIMULATOR_OPTION", { option, found: String(found), expected });
}
