import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Examples } from "@braidyn/harness";
import { openSession, type Session } from "@braidyn/nwb";
import { simulateCohort } from "@braidyn/simulator";
import { loadChallenge } from "../index.ts";
import { isOn, readSignals, taskSignals } from "../toolkit.ts";

/** One session with everything in it, and what each challenge makes of it. */
const folder = mkdtempSync(join(tmpdir(), "braidyn-windows-"));
let session: Session;
beforeAll(async () => {
  const cohort = { mice: 1, days: [5], minutes: 12, seed: 4, outDir: folder, maskSize: 48 };
  const [path = ""] = await simulateCohort(cohort);
  session = await openSession(path);
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

async function examplesOf(id: string, seed = 1): Promise<Examples> {
  return (await loadChallenge(id)).module.examples(session, { seed });
}

/** The frame of every row's time zero. */
async function framesOf({ time }: Examples): Promise<number[]> {
  const clock = (await session.dff()).time;
  return Array.from(time, (seconds) => clock.indexOf(seconds));
}

async function cueTimes(): Promise<Float64Array> {
  return Float64Array.from((await session.trials()).columns["start_time"] as ArrayLike<number>);
}

describe("cross-mouse", () => {
  test("labels tell which signals are on in the second from time zero on", async () => {
    const rows = await examplesOf("cross-mouse");
    const signals = await readSignals(session);
    const frames = await framesOf(rows);
    const columns = { state_lever: "lever", lick: "lick", reward: "reward", tone: "tone" };
    for (const name of taskSignals) {
      const on = frames.map((frame) => Number(isOn(signals[name], frame, frame + 30)));
      expect([...rows.truth[columns[name]]!]).toEqual(on);
      expect(new Set(on)).toEqual(new Set([0, 1]));
    }
  });

  test("a row without any event is quiet throughout its window", async () => {
    const rows = await examplesOf("cross-mouse");
    const signals = Object.values(await readSignals(session));
    const frames = await framesOf(rows);
    const quiet = frames.filter((_, row) => Object.values(rows.truth).every((values) => values[row] === 0));
    expect(quiet.length).toBeGreaterThan(4);
    for (const frame of quiet) {
      expect(signals.some((signal) => isOn(signal, frame - 15, frame + 45))).toBe(false);
    }
  });
});

test("early-late gives ten windows of each class or none", async () => {
  for (const id of ["early-late", "early-late-new-mice"]) {
    const { count, truth } = await examplesOf(id);
    expect(count).toBe(20);
    expect(truth["lever"]!.reduce((sum, label) => sum + label, 0)).toBe(10);
  }
});

describe("learning-day", () => {
  test("a row is a session: forty windows, each region z-scored over them, the day as truth", async () => {
    const { count, inputShape, input, truth } = await examplesOf("learning-day");
    expect([count, inputShape]).toEqual([1, [40, 45, 44]]);
    expect([...truth["training_day"]!]).toEqual([5]);
    for (let region = 0; region < 44; region++) {
      const values = input.filter((_, i) => i % 44 === region);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(mean).toBeCloseTo(0, 4);
      expect(Math.sqrt(squares)).toBeCloseTo(1, 3);
    }
  });

  test("a session whose brightness doubles gives the same input", async () => {
    const dimmer = await examplesOf("learning-day");
    const dff = await session.dff();
    const brighter = { ...dff, data: dff.data.map((value) => 2 * value + 0.01) };
    const { module } = await loadChallenge("learning-day");
    const changed = await module.examples({ ...session, dff: async () => brighter } as Session, { seed: 1 });
    changed.input.forEach((value, i) => {
      if (Math.abs(value - dimmer.input[i]!) > 1e-4) expect(value).toBeCloseTo(dimmer.input[i]!, 4);
    });
  });
});

describe("before the cue", () => {
  test.each(["pre-cue", "reaction-time"])("%s ends its window half a second before the cue", async (id) => {
    const rows = await examplesOf(id);
    const { time, data, regions } = await session.dff();
    const cues = await cueTimes();
    for (const zero of rows.time) {
      const cue = cues.find((seconds) => seconds >= zero - 1e-6)!;
      expect(cue - zero).toBeLessThan(1 / 29);
    }
    const frame = time.indexOf(rows.time[0]!);
    const last = data.subarray((frame - 16) * regions.length, (frame - 15) * regions.length);
    expect(rows.input.subarray(74 * 44, 75 * 44)).toEqual(Float32Array.from(last));
  });

  test("pre-cue tells every trial, reaction-time those with a pull", async () => {
    const every = await examplesOf("pre-cue");
    const pulled = await examplesOf("reaction-time");
    const responses = every.truth["responds"]!;
    expect(responses.filter((value) => value === 1).length).toBe(pulled.count);
    expect(new Set(responses)).toEqual(new Set([0, 1]));
    const seconds = pulled.truth["log_seconds"]!.map(Math.exp);
    expect(Math.min(...seconds)).toBeGreaterThan(0.05);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(1);
  });

  test("the history's probability moves with the outcomes before, never with the trial's own", async () => {
    const { reference, truth } = await examplesOf("pre-cue");
    const expected = reference!["responds"]!;
    const responses = truth["responds"]!;
    expect(expected.every((value) => value > 0 && value < 1)).toBe(true);
    for (let trial = 1; trial < expected.length; trial++) {
      if (responses[trial - 1] === 1) expect(expected[trial]!).toBeGreaterThan(expected[trial - 1]! - 0.02);
      else expect(expected[trial]!).toBeLessThan(expected[trial - 1]!);
    }
  });
});

test("replicate: a row has a truth for one event alone; negatives are free of that event", async () => {
  const rows = await examplesOf("replicate");
  const signals = await readSignals(session);
  const frames = await framesOf(rows);
  const columns = { lever: "state_lever", lick: "lick", reward: "reward", tone: "tone" } as const;
  for (let row = 0; row < rows.count; row++) {
    const known = Object.entries(columns).filter(([column]) => !Number.isNaN(rows.truth[column]![row]));
    expect(known.length).toBe(1);
    const [column, name] = known[0]!;
    if (rows.truth[column]![row] === 1) continue;
    expect(isOn(signals[name], frames[row]! - 15, frames[row]! + 30)).toBe(false);
  }
});

test.each([
  ["trajectory", -15],
  ["trajectory-causal", -30],
] as const)("%s: moments at least half a second apart, truth of mean 0 and deviation 1", async (id, from) => {
  const rows = await examplesOf(id);
  expect(rows.count).toBe(400);
  const frames = await framesOf(rows);
  expect(Math.min(...frames.slice(1).map((frame, i) => frame - frames[i]!))).toBeGreaterThanOrEqual(15);
  for (const values of Object.values(rows.truth)) {
    const mean = values.reduce((sum, value) => sum + value, 0) / rows.count;
    expect(mean).toBeCloseTo(0, 9);
    expect(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.count).toBeCloseTo(1, 9);
  }
  const { data, regions } = await session.dff();
  const start = (frames[0]! + from) * regions.length;
  expect(rows.input.subarray(0, 30 * 44)).toEqual(Float32Array.from(data.subarray(start, start + 30 * 44)));
});
