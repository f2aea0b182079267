import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom, type Examples } from "@braidyn/harness";
import { openSession, type Session } from "@braidyn/nwb";
import { simulateCohort } from "@braidyn/simulator";
import { onsets } from "@braidyn/tables";
import { examples } from "../lever-pull/challenge.ts";
import { canonicalRegions, quietFrames } from "../toolkit.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-lever-pull-"));
let session: Session;
let rows: Examples;
beforeAll(async () => {
  const cohort = {
    mice: 1,
    days: [8],
    minutes: 8,
    seed: 5,
    outDir: folder,
    streams: ["sensors"] as const,
    maskSize: 48,
  };
  const [path = ""] = await simulateCohort(cohort);
  session = await openSession(path);
  rows = await examples(session, { seed: 1 });
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

const timesOf = (label: number) => rows.time.filter((_, row) => rows.truth["lever"]?.[row] === label);

test("there are as many quiet windows as pulls, at most 100 of each, in time order", () => {
  expect(timesOf(1).length).toBe(timesOf(0).length);
  expect(timesOf(1).length).toBeGreaterThan(1);
  expect(timesOf(1).length).toBeLessThanOrEqual(100);
  expect(rows.time).toEqual(Float64Array.from(rows.time).sort());
});

test("a pull's time zero is an onset of the lever", async () => {
  const lever = await session.sensor("state_lever");
  const pulls = Array.from(onsets(lever.data), (frame) => lever.time[frame]);
  for (const time of timesOf(1)) expect(pulls).toContain(time);
});

test("quiet windows are 2 s from every event, 1.5 s from each other", async () => {
  for (const name of ["state_lever", "lick", "tone", "reward"]) {
    const { time, data } = await session.sensor(name);
    const events = onsets(data, { fillFrames: 0, dropFrames: 0, refractoryFrames: 0 });
    for (const quiet of timesOf(0)) {
      const nearest = Math.min(...Array.from(events, (frame) => Math.abs((time[frame] as number) - quiet)));
      expect(nearest, name).toBeGreaterThan(1.99);
    }
  }
  const quiet = timesOf(0);
  const gaps = Array.from(quiet.subarray(1), (time, i) => time - (quiet[i] as number));
  expect(Math.min(...gaps)).toBeGreaterThan(1.49);
});

test("the first and last 10 s are not used", async () => {
  const { time } = await session.dff();
  expect(Math.min(...rows.time)).toBeGreaterThanOrEqual((time[0] as number) + 10);
  expect(Math.max(...rows.time)).toBeLessThanOrEqual((time.at(-1) as number) - 10);
});

test("a row's input is dF/F from 15 frames before its time zero to 30 frames after", async () => {
  const { time, data, regions } = await session.dff();
  const frame = time.indexOf(rows.time[1] as number);
  const expected = Float32Array.from(
    data.subarray((frame - 15) * regions.length, (frame + 30) * regions.length),
  );
  expect(rows.input.subarray(45 * 44, 2 * 45 * 44)).toEqual(expected);
});

test("regions come in one order, whatever the file's", () => {
  const series = {
    name: "dFF",
    time: Float64Array.of(0, 1),
    data: Float64Array.of(1, 2, 3, 4, 5, 6),
    regions: ["MOp_r", "VISa_l", "MOp_l"],
    rateHz: 1,
    unit: "",
  };
  const { regions, data } = canonicalRegions(series);
  expect(regions).toEqual(["MOp_l", "VISa_l", "MOp_r"]);
  expect([...data]).toEqual([3, 2, 1, 6, 5, 4]);
});

test("a held signal is not quiet, and quiet frames keep their distance from its onset", () => {
  const held = Float64Array.from({ length: 400 }, (_, frame) => (frame >= 100 && frame < 300 ? 1 : 0));
  const options = {
    clearFrames: 60,
    window: { before: 15, after: 30 },
    apartFrames: 1,
    random: createRandom(1),
  };
  const frames = Array.from(quietFrames([held], options));
  expect(frames.filter((frame) => frame < 200).at(-1)).toBe(40);
  expect(frames.filter((frame) => frame > 200)[0]).toBe(315);
});
