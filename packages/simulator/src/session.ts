import type { SessionId } from "@braidyn/core";
import { taskOfDay } from "./behaviour/days.ts";
import type { Events } from "./behaviour/events.ts";
import { playStimuli } from "./behaviour/sensory.ts";
import { sensorsAtFrames } from "./body/sensors.ts";
import { arousalOf } from "./body/arousal.ts";
import { trackBody, type Tracking } from "./body/tracking.ts";
import { framesPerSecond, frameTick, frameTicks, secondsOf } from "./clock.ts";
import { simulateCortex, type Cortex } from "./cortex/cortex.ts";
import { drawMasks, type Masks } from "./cortex/masks.ts";
import { completeOptions, type CompleteOptions, type SessionOptions } from "./options.ts";
import { randomStream } from "./random.ts";
import { sessionDate, subjectId } from "./subjects.ts";

/** One simulated recording, as arrays. Times are seconds on the session's clock. */
export interface SimulatedSession {
  readonly id: SessionId;
  readonly options: CompleteOptions;
  /** What happened, in ticks of 0.2 ms. */
  readonly events: Events;
  /** Ticks and seconds of the n imaging frames (30 Hz). */
  readonly ticks: Int32Array;
  readonly time: Float64Array;
  /** 30 Hz sensors by name, n values each; null when not asked for. */
  readonly sensors: Readonly<Record<string, Float64Array>> | null;
  /** n x 44, row by row. */
  readonly dff: Cortex;
  readonly masks: Masks;
  /** 2 x 3, row by row: from 512 x 512 atlas pixels to image pixels. */
  readonly atlasTransform: Float32Array;
  /** Keypoints and pupil; null where there are no videos. */
  readonly tracking: Tracking | null;
}

/**
 * Simulates one session. It depends on its options alone: not on the clock, nor on which other sessions were simulated.
 *
 * @throws BraidynError `SIMULATOR_OPTION` for options that cannot be.
 */
export function simulateSession(given: SessionOptions = {}): SimulatedSession {
  const options = completeOptions(given);
  const { seed, mouse, day, type, maskSize } = options;
  const ticks = frameTicks(frameCount(options));
  const events = eventsOf(options, ticks.length);
  const wants = (stream: CompleteOptions["streams"][number]): boolean => options.streams.includes(stream);
  return {
    id: { subject: subjectId(mouse), date: sessionDate(mouse, day), type, day },
    options,
    events,
    ticks,
    time: secondsOf(ticks),
    sensors: wants("sensors") ? sensorsAtFrames(options, events, ticks) : null,
    dff: simulateCortex({ seed, mouse, day, type, events, arousal: arousalOf(options, ticks) }),
    masks: drawMasks(maskSize),
    atlasTransform: atlasTransform(options),
    tracking: type === "sensory-stim" ? null : trackBody(options, events, ticks),
  };
}

/**
 * What happens in a session, without its recording: a cohort's whole learning takes about a second.
 *
 * @throws BraidynError `SIMULATOR_OPTION` for options that cannot be.
 */
export function simulateEvents(given: SessionOptions = {}): Events {
  const options = completeOptions(given);
  return eventsOf(options, frameCount(options));
}

function frameCount({ minutes }: CompleteOptions): number {
  return Math.round(minutes * 60 * framesPerSecond);
}

function eventsOf({ seed, mouse, day, type }: CompleteOptions, frames: number): Events {
  if (type === "task") return taskOfDay(seed, mouse, day, frames);
  if (type === "resting-state") return { trials: [], pulls: [], licks: [], stimuli: [] };
  return playStimuli([frameTick(0), frameTick(frames)], randomStream(seed, mouse, day, "stimuli"));
}

/** Scaled to the image, turned and shifted a little as no two mice lie the same. */
function atlasTransform({ seed, mouse, maskSize }: CompleteOptions): Float32Array {
  const random = randomStream(seed, mouse, "atlas");
  const scale = maskSize / 512;
  const angle = 0.02 * random.normal();
  const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const shift = 4 * scale;
  return Float32Array.of(cos, sin, shift * random.normal(), -sin, cos, shift * random.normal());
}
