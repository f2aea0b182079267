import { BraidynError } from "@braidyn/core";

export const plotKinds = [
  "strip",
  "heatmap",
  "peth",
  "raster",
  "learning-curve",
  "cortex-map",
  "keypoints",
  "roc",
  "calibration",
  "mouse-dots",
  "board-progress",
] as const;
export type PlotKind = (typeof plotKinds)[number];

/** As `@braidyn/plots` names them, which is too much to load for a help text. */
export const eventChoices = ["pull", "cue", "reward", "lick", "lever"] as const;
export const outcomeChoices = ["success", "short-pull", "no-response"] as const;

/** What to draw of sessions, predictions or scores; each kind uses some of these. */
export interface PlotSelection {
  readonly event?: (typeof eventChoices)[number] | undefined;
  readonly by?: string | undefined;
  readonly outcome?: readonly string[] | undefined;
  readonly time?: readonly [from: number, to: number] | undefined;
  readonly window?: readonly [beforeSeconds: number, afterSeconds: number] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly view?: string | undefined;
  readonly signal?: string | undefined;
  readonly trial?: number | undefined;
  readonly bundle?: string | undefined;
  readonly board?: "validation" | "public" | "private" | undefined;
  readonly column?: string | undefined;
}

const ofWindows = ["event", "by", "outcome", "time", "window", "regions", "signal"] as const;
const ofPredictions = ["bundle", "board"] as const;

/** Which of them change a kind of plot; another one given would be ignored, so it is refused. */
const optionsOf: Readonly<Record<PlotKind, readonly (keyof PlotSelection)[]>> = {
  strip: ["trial", "time", "regions", "signal"],
  heatmap: ["time", "regions", "signal"],
  peth: ofWindows,
  raster: ["by", "outcome", "time", "window"],
  "learning-curve": [],
  "cortex-map": ["event", "outcome", "time", "window", "regions", "signal"],
  keypoints: ["view", "names", "time"],
  roc: [...ofPredictions, "column"],
  calibration: [...ofPredictions, "column"],
  "mouse-dots": ofPredictions,
  "board-progress": [],
};

/** @throws BraidynError `COMMAND_OPTION_UNUSED` for an option that means nothing to this kind. */
export function refuseUnused(kind: PlotKind, selection: PlotSelection): void {
  for (const [name, value] of Object.entries(selection)) {
    if (value === undefined || optionsOf[kind].includes(name as keyof PlotSelection)) continue;
    const known = optionsOf[kind].map((option) => `--${option}`).join(", ") || "–";
    throw new BraidynError("COMMAND_OPTION_UNUSED", { option: `--${name}`, what: `plot ${kind}`, known });
  }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Absent and undefined are not the same to what takes options. */
export function definedOnly<T extends object>(options: T): Defined<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<T>;
}
