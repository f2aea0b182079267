import { ticksPerSecond } from "../clock.ts";
import type { CompleteOptions } from "../options.ts";
import { randomStream } from "../random.ts";
import { indexAt } from "./traces.ts";

/** Arousal is forgotten with this time constant, seconds. */
const wanderSeconds = 30;

/** How awake the mouse is at the imaging frames: about 0, of variance 1, wandering over half a minute. */
export function arousalOf({ seed, mouse, day, type }: CompleteOptions, frames: Int32Array): Float64Array {
  const random = randomStream(seed, mouse, day, type, "arousal");
  const arousal = new Float64Array(frames.length);
  let value = random.normal();
  for (let i = 0; i < frames.length; i++) {
    const passed = i === 0 ? 0 : (frames[i]! - frames[i - 1]!) / ticksPerSecond;
    const keep = Math.exp(-passed / wanderSeconds);
    value = keep * value + Math.sqrt(1 - keep * keep) * random.normal();
    arousal[i] = value;
  }
  return arousal;
}

/** The same arousal at other ticks, on straight lines between the imaging frames: every layout sees the same mouse. */
export function arousalAt(ticks: Int32Array, options: CompleteOptions, frames: Int32Array): Float64Array {
  const arousal = arousalOf(options, frames);
  if (ticks === frames) return arousal;
  return Float64Array.from(ticks, (tick) => {
    const next = Math.min(frames.length - 1, Math.max(1, indexAt(frames, tick)));
    const [before, after] = [frames[next - 1]!, frames[next]!];
    const share = Math.min(1, Math.max(0, (tick - before) / (after - before)));
    return arousal[next - 1]! + share * (arousal[next]! - arousal[next - 1]!);
  });
}
