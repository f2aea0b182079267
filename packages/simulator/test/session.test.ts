import { describe, expect, test } from "vitest";
import { simulateSession } from "../src/index.ts";

const session = simulateSession({ seed: 4, mouse: 1, day: 6, minutes: 6, maskSize: 48 });
const sensors = session.sensors!;

function runs(trace: Float64Array, value: number): number[] {
  const lengths: number[] = [];
  trace.forEach((x, i) => {
    if (x === value && trace[i - 1] === value) lengths[lengths.length - 1]!++;
    else if (x === value) lengths.push(1);
  });
  return lengths;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const products = (x: readonly number[], y: readonly number[], mx: number, my: number): number =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  const scale = products(a, a, meanA, meanA) * products(b, b, meanB, meanB);
  return products(a, b, meanA, meanB) / Math.sqrt(scale);
}

describe("a task session at 30 Hz", () => {
  test("every reward phase is 60 frames: 2.0 s", () => {
    const phases = runs(sensors["state_task"]!, 2);
    expect(phases.length).toBe(session.events.trials.filter(({ reward }) => reward !== null).length);
    expect(new Set(phases)).toEqual(new Set([60]));
  });

  test("every tone is 6 frames: 200 ms", () => {
    expect(new Set(runs(sensors["tone"]!, 1))).toEqual(new Set([6]));
  });

  test("the lever is beyond 1 mm while state_lever is 1, and only then", () => {
    sensors["lever"]!.forEach((mm, i) => {
      if (sensors["state_lever"]![i] === 1) expect(mm).toBeGreaterThan(0.98);
      else expect(mm).toBeLessThan(1);
    });
    expect(runs(sensors["state_lever"]!, 1).length).toBe(session.events.pulls.length);
  });

  test("lick_rate is zero before the first lick and decays with a time constant of 1 s", () => {
    const rate = sensors["lick_rate"]!;
    const first = sensors["lick"]!.indexOf(1);
    expect(Math.max(...rate.subarray(0, first))).toBe(0);
    const last = sensors["lick"]!.lastIndexOf(1);
    expect(rate[last + 33]! / rate[last + 3]!).toBeCloseTo(Math.exp(-1), 6);
  });

  test("the lever's tip in the video follows the lever sensor, r = .98", () => {
    const tip = session.tracking!.keypoints!.body.find(({ name }) => name === "rightbartip")!;
    const seen = Array.from(session.time.keys()).filter((i) => !Number.isNaN(tip.xy[2 * i]));
    const lever = seen.map((i) => sensors["lever"]![i]!);
    const y = seen.map((i) => tip.xy[2 * i + 1]!);
    expect(correlation(lever, y)).toBeCloseTo(0.98, 1.7);
  });

  test("keypoints are lost in runs, where the likelihood is below 0.2", () => {
    const { keypoints } = session.tracking!;
    const lost = keypoints!.face.find(({ name }) => name === "nosetip")!;
    const missing = Float64Array.from(session.time, (_, i) => (Number.isNaN(lost.xy[2 * i]) ? 1 : 0));
    const lengths = runs(missing, 1);
    expect(lengths.reduce((sum, length) => sum + length, 0) / session.time.length).toBeLessThan(0.05);
    expect(Math.max(...lengths)).toBeGreaterThan(3);
    expect(lost.likelihood.some((likelihood) => likelihood < 0.2)).toBe(true);
  });

  test("the tongue is seen only while it is out", () => {
    const tongue = session.tracking!.keypoints!.face.find(({ name }) => name === "tonguetip")!;
    session.time.forEach((_, i) => {
      if (!Number.isNaN(tongue.xy[2 * i])) expect(nearLick(i)).toBe(true);
    });
    function nearLick(frame: number): boolean {
      return sensors["lick"]!.subarray(Math.max(0, frame - 1), frame + 1).includes(1);
    }
  });

  test("dF/F is finite, about zero in the mean, and rises around pulls", () => {
    const { dFF } = session.dff;
    expect(dFF.every(Number.isFinite)).toBe(true);
    const onsets = Array.from(sensors["state_lever"]!.keys()).filter(
      (i) => i > 60 && sensors["state_lever"]![i] === 1 && sensors["state_lever"]![i - 1] === 0,
    );
    const mean = (from: number, to: number): number => {
      let sum = 0;
      for (const onset of onsets) {
        for (let i = onset + from; i < onset + to; i++) {
          for (let r = 0; r < 44; r++) sum += dFF[Math.min(i, session.time.length - 1) * 44 + r]!;
        }
      }
      return sum / onsets.length / (to - from) / 44;
    };
    expect(mean(0, 30) - mean(-30, -15)).toBeGreaterThan(0.01);
    expect(Math.abs(dFF.reduce((sum, x) => sum + x, 0) / dFF.length)).toBeLessThan(0.005);
  });
});

test("a session without keypoints and pupil has no videos", () => {
  const { tracking, sensors } = simulateSession({ minutes: 1, streams: ["sensors"], maskSize: 48 });
  expect(tracking).toBeNull();
  expect(Object.keys(sensors!)).toContain("lever");
});

test("streams that are left out do not change the others", () => {
  const whole = simulateSession({ seed: 2, minutes: 1, maskSize: 48 });
  const part = simulateSession({ seed: 2, minutes: 1, maskSize: 48, streams: ["pupil"] });
  expect(part.dff.dFF).toEqual(whole.dff.dFF);
  expect(part.events).toEqual(whole.events);
  expect(part.tracking!.pupil).toEqual(whole.tracking!.pupil);
});

test("mice differ, days differ, and humidity climbs with the days", () => {
  const at = (mouse: number, day: number) =>
    simulateSession({ seed: 9, mouse, day, minutes: 1, maskSize: 48, streams: ["sensors"] });
  expect(at(0, 1).dff.dFF).not.toEqual(at(1, 1).dff.dFF);
  expect(at(0, 1).dff.dFF).not.toEqual(at(0, 2).dff.dFF);
  const humidity = [1, 8, 15].map((day) => at(0, day).sensors!["humidity"]![0]!);
  expect(humidity).toEqual([...humidity].sort((a, b) => a - b));
});

test("rest has no trials and sensory stimulation no videos", () => {
  const rest = simulateSession({ type: "resting-state", day: 0, minutes: 1, maskSize: 48 });
  expect(rest.events.trials).toEqual([]);
  expect(rest.tracking).not.toBeNull();
  const sensory = simulateSession({ type: "sensory-stim", minutes: 1, maskSize: 48 });
  expect(sensory.tracking).toBeNull();
  expect(sensory.events.stimuli.map(({ sense }) => sense).slice(0, 4)).toEqual([
    "visual",
    "auditory",
    "somatosensory",
    "visual",
  ]);
  expect(Object.keys(sensory.sensors!)).not.toContain("lever");
});

test.each([
  [{ minutes: 0 }, "minutes"],
  [{ minutes: NaN }, "minutes"],
  [{ day: 0 }, "day"],
  [{ mouse: 1.5 }, "mouse"],
  [{ maskSize: 10 }, "maskSize"],
  [{ streams: ["sound" as "pupil"] }, "streams"],
])("%o is refused by name", (options, name) => {
  expect(() => simulateSession(options)).toThrow(
    expect.objectContaining({ code: "SIMULATOR_OPTION", message: expect.stringContaining(name) as string }),
  );
});
