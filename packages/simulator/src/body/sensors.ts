import type { Events } from "../behaviour/events.ts";
import { senses } from "../behaviour/events.ts";
import { toneSeconds } from "../behaviour/task.ts";
import { ticksOf } from "../clock.ts";
import type { CompleteOptions } from "../options.ts";
import { randomStream, type RandomStream } from "../random.ts";
import { roomSensors, roomTrace } from "./environment.ts";
import { during, leverTrace, lickRate, taskState } from "./traces.ts";

/** How long the water valve is open: 3 frames. */
const valveTicks = ticksOf(0.1);

/** The lever's reading flickers by this much, millimetres. */
const leverNoiseMm = 0.002;

/** The movement sensor at rest, while the lever moves, while the mouse licks; and its noise (arbitrary units). */
const motion = { rest: 0.04, pull: 0.09, lick: 0.03, noise: 0.004 };

/** All sensors of a session at 30 Hz by name. */
export function sensorsAtFrames(
  options: CompleteOptions,
  events: Events,
  ticks: Int32Array,
): Record<string, Float64Array> {
  const { seed, mouse, day, type } = options;
  const random = randomStream(seed, mouse, day, type, "sensors");
  const sensors = type === "sensory-stim" ? stimuli(ticks, events) : task(ticks, events, random);
  sensors["motion"] = motionTrace(ticks, events, random);
  for (const name of roomSensors) sensors[name] = roomTrace(name, seed, mouse, day, ticks);
  return sensors;
}

function task(ticks: Int32Array, events: Events, random: RandomStream): Record<string, Float64Array> {
  const { trials, pulls, licks } = events;
  const tones = trials.map(({ cue }) => ({ onset: cue, end: cue + ticksOf(toneSeconds) }));
  const valve = trials.flatMap(({ reward }) =>
    reward === null ? [] : [{ onset: reward, end: reward + valveTicks }],
  );
  return {
    tone: during(ticks, tones),
    lever: withNoise(leverTrace(ticks, pulls), leverNoiseMm, random),
    reward: during(ticks, valve),
    lick: during(ticks, licks),
    lick_rate: lickRate(ticks, licks),
    state_lever: during(ticks, pulls),
    state_task: taskState(ticks, trials),
  };
}

function stimuli(ticks: Int32Array, { stimuli }: Events): Record<string, Float64Array> {
  return Object.fromEntries(
    senses.map((sense) => [
      `stim_${sense}`,
      during(
        ticks,
        stimuli.filter((stimulus) => stimulus.sense === sense),
      ),
    ]),
  );
}

function motionTrace(ticks: Int32Array, { pulls, licks }: Events, random: RandomStream): Float64Array {
  const trace = new Float64Array(ticks.length).fill(motion.rest);
  const add = (other: Float64Array): void => other.forEach((value, i) => (trace[i]! += value));
  add(during(ticks, pulls, motion.pull));
  add(during(ticks, licks, motion.lick));
  return withNoise(trace, motion.noise, random);
}

function withNoise(trace: Float64Array, sd: number, { normal }: RandomStream): Float64Array {
  for (let i = 0; i < trace.length; i++) trace[i]! += sd * normal();
  return trace;
}
