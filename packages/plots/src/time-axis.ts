import { plotTexts } from "@braidyn/core";
import type { Say } from "./say.ts";
import type { SpecPart } from "./spec.ts";

/** Beyond five minutes people count minutes. */
const longSeconds = 300;

/** How a stretch of time in seconds is written on an axis: `scaled` in the unit that times must be divided by. */
export interface TimeAxis {
  readonly axis: SpecPart;
  readonly scaled: readonly [from: number, to: number];
  /** Seconds of the axis' unit. */
  readonly unitSeconds: number;
}

export function timeAxis([from, to]: readonly [number, number], say: Say): TimeAxis {
  const minutes = to - from > longSeconds;
  const unitSeconds = minutes ? 60 : 1;
  const title = say(minutes ? plotTexts.plotTimeMinutes : plotTexts.plotTime);
  return {
    axis: { title, axis: { tickCount: 8 } },
    scaled: [from / unitSeconds, to / unitSeconds],
    unitSeconds,
  };
}
