import type { RandomStream } from "../random.ts";
import type { Pupil } from "./pupil.ts";
import { leverRestMm } from "./traces.ts";
import { pupilAngle, type Point } from "./views.ts";

/** What moves the body, one value a sample. */
export interface Drivers {
  readonly lever: Float64Array;
  readonly lick: Float64Array;
  readonly arousal: Float64Array;
  readonly pupil: Pupil;
}

/** The tracker's error, pixels. */
const noise = 0.5;

/** The lever's tip is seen with errors that make it correlate by this much with the lever sensor. Measured. */
const leverCorrelation = 0.98;

/** x and y of one point, n x 2 row by row, pixels. */
export function movePoint(point: Point, drivers: Drivers, random: RandomStream): Float64Array {
  const { lever, lick, arousal, pupil } = drivers;
  const n = lever.length;
  const xy = new Float64Array(2 * n);
  const [noiseX, noiseY] = noiseOf(point, lever);
  const { normal } = random;
  const [x0, y0] = point.at;
  const [leverX, leverY] = point.lever ?? still;
  const [lickX, lickY] = point.lick ?? still;
  const [arousalX, arousalY] = point.arousal ?? still;
  const angle = pupilAngle(point.name);
  const [edgeX, edgeY] = angle === null ? still : [Math.cos(angle) / 2, Math.sin(angle) / 2];
  for (let i = 0; i < n; i++) {
    const pulled = lever[i]! - leverRestMm;
    let x = x0 + leverX * pulled + lickX * lick[i]! + arousalX * arousal[i]!;
    let y = y0 + leverY * pulled + lickY * lick[i]! + arousalY * arousal[i]!;
    if (angle !== null) {
      x += pupil.centerX[i]! - x0 + edgeX * pupil.diameter[i]!;
      y += pupil.centerY[i]! - y0 + edgeY * pupil.diameter[i]!;
    }
    xy[2 * i] = x + noiseX * normal();
    xy[2 * i + 1] = y + noiseY * normal();
  }
  return xy;
}

const still = [0, 0] as const;

/** Pixels of error in x and y. r = s / sqrt(s^2 + e^2), solved for the error e of a signal of deviation s. */
function noiseOf(point: Point, lever: Float64Array): readonly [number, number] {
  if (point.name !== "rightbartip" || point.lever === undefined) return [noise, noise];
  const share = Math.sqrt(1 / leverCorrelation ** 2 - 1) * deviation(lever);
  return [Math.abs(point.lever[0]) * share + 0.05, Math.abs(point.lever[1]) * share + 0.05];
}

function deviation(values: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
}
