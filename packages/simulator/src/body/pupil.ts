import type { Events } from "../behaviour/events.ts";
import { ticksPerSecond } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import { indexAt } from "./traces.ts";
import { pupilCentre } from "./views.ts";

/** The pupil, pixels. */
export interface Pupil {
  readonly diameter: Float32Array;
  readonly centerX: Float32Array;
  readonly centerY: Float32Array;
}

/** Assumed: pixels of diameter at rest, by arousal, by a pull and by water; how long a swelling takes to go, seconds. */
const restDiameter = 48;
const swelling = { arousal: 6, pull: 1.5, reward: 4 };
const shrinkSeconds = 1.8;

/** The pupil follows arousal, pulls and water, half a second late. */
export function simulatePupil(
  ticks: Int32Array,
  events: Events,
  arousal: Float64Array,
  random: RandomStream,
): Pupil {
  const drive = new Float64Array(ticks.length);
  const kick = (tick: number, size: number): void => {
    const index = indexAt(ticks, tick + ticksPerSecond / 2);
    if (index < drive.length) drive[index]! += size;
  };
  for (const { onset } of events.pulls) kick(onset, swelling.pull);
  for (const { reward } of events.trials) if (reward !== null) kick(reward, swelling.reward);
  const pupil = {
    diameter: new Float32Array(ticks.length),
    centerX: new Float32Array(ticks.length),
    centerY: new Float32Array(ticks.length),
  };
  let swollen = 0;
  for (let i = 0; i < ticks.length; i++) {
    const passed = i === 0 ? 0 : (ticks[i]! - ticks[i - 1]!) / ticksPerSecond;
    swollen = swollen * Math.exp(-passed / shrinkSeconds) + drive[i]!;
    const size = restDiameter + swelling.arousal * arousal[i]! + Math.min(12, swollen);
    pupil.diameter[i] = Math.max(12, size) + 0.15 * random.normal();
    pupil.centerX[i] = pupilCentre[0] + 1.5 * arousal[i]! + 0.2 * random.normal();
    pupil.centerY[i] = pupilCentre[1] - 0.8 * arousal[i]! + 0.2 * random.normal();
  }
  return pupil;
}
