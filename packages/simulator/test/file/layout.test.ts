import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as h5wasm from "h5wasm/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulateSession, writeSession, type SessionOptions } from "../../src/index.ts";
import { describeLayout } from "../describe-layout.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-layout-"));
beforeAll(() => h5wasm.ready);
afterAll(() => rmSync(folder, { recursive: true }));

async function write(name: string, options: SessionOptions): Promise<string> {
  const path = join(folder, `${name}.nwb`);
  await writeSession(simulateSession({ seed: 2, minutes: 0.5, maskSize: 288, ...options }), path);
  return path;
}

function read(path: string, name: string): unknown {
  const file = new h5wasm.File(path, "r");
  const value = (file.get(name) as h5wasm.Dataset).value;
  file.close();
  return value;
}

test.each([
  ["reduced", {}],
  ["full", { layout: "full" }],
  ["resting-state", { type: "resting-state", day: 1, layout: "full" }],
  ["sensory-stim", { type: "sensory-stim", layout: "full" }],
] satisfies [string, SessionOptions][])(
  "a %s session has the dataset's groups, types and attributes",
  async (name, options) => {
    const layout = readFileSync(new URL(`../layout/${name}.txt`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    expect(describeLayout(await write(name, options))).toEqual(layout);
  },
);

test("trial times are those of the frames in the 30 Hz table, and of the events in the raw one", async () => {
  const session = simulateSession({ seed: 2, minutes: 2, day: 3, maskSize: 48, layout: "full" });
  const path = join(folder, "trials.nwb");
  await writeSession(session, path);
  const column = (table: string, name: string) => Array.from(read(path, `${table}/${name}`) as Float64Array);
  const raw = column("intervals/trials", "start_time");
  const down = column("processing/downsampled/trials", "start_time");
  const frames = new Set(session.time);
  expect(raw).toEqual(session.events.trials.map(({ cue }) => Math.fround(cue / 5000)));
  down.forEach((start, i) => {
    expect(frames.has(start)).toBe(true);
    expect(start - raw[i]!).toBeGreaterThanOrEqual(0);
    expect(start - raw[i]!).toBeLessThan(0.0335);
  });
  const reaction = column("processing/downsampled/trials", "reaction_time");
  expect(reaction).toEqual(column("intervals/trials", "reaction_time"));
  session.events.trials.forEach(({ outcome }, i) => {
    expect(Number.isNaN(reaction[i])).toBe(outcome === "no-response");
  });
});

test("miss and failure swap with the release", async () => {
  const outcomes = async (outcomeLabels: "released" | "prerelease"): Promise<string[]> => {
    const path = await write(outcomeLabels, {
      minutes: 5,
      day: 10,
      maskSize: 48,
      streams: [],
      outcomeLabels,
    });
    return read(path, "processing/downsampled/trials/trial_outcome") as string[];
  };
  const swap: Record<string, string> = { success: "success", miss: "failure", failure: "miss" };
  const released = await outcomes("released");
  expect(new Set(released)).toContain("miss");
  expect(await outcomes("prerelease")).toEqual(released.map((word) => swap[word]));
});

test("keypoints of a full session agree between its two clocks", () => {
  const { tracking, ticks } = simulateSession({ seed: 2, minutes: 0.5, maskSize: 48, layout: "full" });
  const { xy, rawXy } = tracking!.keypoints!.body[0]!;
  ticks.forEach((tick, i) => {
    const frame = tracking!.videoTicks.findLastIndex((video) => video <= tick);
    if (!Number.isNaN(xy[2 * i])) expect(xy[2 * i]).toBe(Math.fround(rawXy![2 * frame]!));
  });
});
