import { dataset, type Hdf5Group } from "@braidyn/nwb/write";
import { roomSensors, roomTrace } from "../body/environment.ts";
import { during, leverTrace, taskState } from "../body/traces.ts";
import type { Interval } from "../behaviour/events.ts";
import { senses } from "../behaviour/events.ts";
import { toneSeconds } from "../behaviour/task.ts";
import { secondsAt, ticksOf } from "../clock.ts";
import { randomStream } from "../random.ts";
import type { SimulatedSession } from "../session.ts";
import type { NwbMaker } from "./nwb.ts";

/** Logic levels of the acquisition board, volts. */
const high = 5;
const imagingHigh = 3.3;

/** The board's converter has steps of 1/256 V. */
const step = 1 / 256;

/** How long a camera's and an LED's pulse is. */
const pulseTicks = ticksOf(0.004);
const ledTicks = ticksOf(0.015);

/** Seconds recorded before the first and after the last frame. */
const lead = 5.2;
const tail = 3;

type Trace = (ticks: Int32Array) => Float64Array;

/** The 5 kHz signals in `/acquisition`; each is made when its turn comes, since one takes 72 MB in half an hour. */
export function rawSensors(make: NwbMaker, session: SimulatedSession): Record<string, Hdf5Group> {
  const first = Math.max(1, session.ticks[0]! - ticksOf(lead));
  const length = session.ticks.at(-1)! + ticksOf(tail) - first;
  const ticks = (): Int32Array => Int32Array.from({ length }, (_, i) => first + i);
  const time = (): Float64Array => Float64Array.from({ length }, (_, i) => secondsAt(first + i));
  const series = Object.entries(traces(session)).map(([name, trace]) => [
    name,
    make.series({ data: dataset(() => trace(ticks())), timestamps: time }),
  ]);
  return Object.fromEntries(series) as Record<string, Hdf5Group>;
}

function traces(session: SimulatedSession): Record<string, Trace> {
  const { options, tracking, ticks: frames } = session;
  const { seed, mouse, day, type } = options;
  const analog = (name: string, trace: Trace, noise: number): Trace => {
    return (ticks) => digitise(trace(ticks), noise, randomStream(seed, mouse, day, type, "raw", name));
  };
  const pulses = (at: Int32Array, length: number, volts: number): Trace => {
    return (ticks) =>
      during(
        ticks,
        Array.from(at, (onset) => ({ onset, end: onset + length })),
        volts,
      );
  };
  const video = tracking?.videoTicks ?? new Int32Array();
  return {
    ...(type === "sensory-stim" ? stimulusTraces(session) : taskTraces(session, analog)),
    motion: analog("motion", (ticks) => restless(ticks, session), 0.015),
    ...Object.fromEntries(
      roomSensors.map((name) => [name, (t: Int32Array) => roomTrace(name, seed, mouse, day, t)]),
    ),
    LED_B: pulses(frames, ledTicks, high),
    LED_V: pulses(
      frames.map((tick) => tick + ledTicks + 1),
      ledTicks,
      high,
    ),
    img_acquisition: pulses(frames, pulseTicks, imagingHigh),
    ...(tracking === null ? {} : { video_trig: pulses(video, pulseTicks / 2, high) }),
  };
}

function taskTraces(
  { events }: SimulatedSession,
  analog: (name: string, trace: Trace, noise: number) => Trace,
): Record<string, Trace> {
  const { trials, pulls, licks } = events;
  const tones = trials.map(({ cue }) => ({ onset: cue, end: cue + ticksOf(toneSeconds) }));
  const valve = trials.flatMap(({ reward }): Interval[] =>
    reward === null ? [] : [{ onset: reward, end: reward + ticksOf(0.1) }],
  );
  return {
    tone: analog("tone", (ticks) => during(ticks, tones, high), 0.004),
    lever: analog("lever", (ticks) => leverTrace(ticks, pulls), 0.002),
    reward: analog("reward", (ticks) => during(ticks, valve, high), 0.004),
    lick: analog("lick", (ticks) => during(ticks, licks, high), 0.004),
    pull_duration: (ticks) => requirementTrace(ticks, trials),
    state_lever: (ticks) => during(ticks, pulls),
    state_task: (ticks) => taskState(ticks, trials),
  };
}

/** T_pull in force, milliseconds. */
function requirementTrace(
  ticks: Int32Array,
  trials: readonly { cue: number; requiredSeconds: number }[],
): Float64Array {
  const first = 1000 * (trials[0]?.requiredSeconds ?? 0);
  const trace = new Float64Array(ticks.length).fill(first);
  for (const { cue, requiredSeconds } of trials) {
    const from = Math.max(0, cue - ticks[0]!); // raw ticks have no gaps
    trace.fill(Math.round(1000 * requiredSeconds), from);
  }
  return trace;
}

function stimulusTraces({ events }: SimulatedSession): Record<string, Trace> {
  return Object.fromEntries(
    senses.map((sense) => [
      `stim_${sense}`,
      (ticks: Int32Array) =>
        during(
          ticks,
          events.stimuli.filter((s) => s.sense === sense),
        ),
    ]),
  );
}

function restless(ticks: Int32Array, { events }: SimulatedSession): Float64Array {
  const trace = during(ticks, events.pulls, 0.09);
  for (let i = 0; i < trace.length; i++) trace[i]! += 0.04;
  return trace;
}

function digitise(
  trace: Float64Array,
  noise: number,
  { normal }: ReturnType<typeof randomStream>,
): Float64Array {
  for (let i = 0; i < trace.length; i++) trace[i] = Math.round((trace[i]! + noise * normal()) / step) * step;
  return trace;
}
