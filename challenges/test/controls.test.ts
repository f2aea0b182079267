import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { controlLines, fitSplit, type Challenge } from "@braidyn/harness";
import { buildBundle, findLeaks, openBundle } from "@braidyn/harness/build";
import { openSession } from "@braidyn/nwb";
import { simulateCohort, subjectId } from "@braidyn/simulator";
import { loadChallenge } from "../index.ts";
import { dayChallenge, guardedDayChallenge } from "./leaks/day-challenge.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-controls-"));
const mice = 14;
const subjects = Array.from({ length: mice }, (_, mouse) => subjectId(mouse));
/** Half a minute a day is enough where only the day counts. */
let days: string[] = [];
/** One longer day each, with pulls. */
let pulls: string[] = [];

beforeAll(async () => {
  const little = { mice, seed: 21, streams: ["sensors"] as const, maskSize: 48 };
  days = await simulateCohort({
    ...little,
    days: [1, 4, 7, 10, 13, 15],
    minutes: 0.5,
    outDir: join(folder, "days"),
  });
  pulls = await simulateCohort({ ...little, days: [8], minutes: 6, outDir: join(folder, "pulls") });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(challenge: Challenge, paths: string[]): Promise<string> {
  const outDir = join(folder, challenge.definition.id);
  const members = { train: subjects.slice(6), validation: [], public: subjects.slice(0, 6), private: [] };
  const split = { ...fitSplit(challenge.definition.split, subjects, 1), ...members };
  await buildBundle({ challenge, split, outDir, sessions: { paths, open: openSession } });
  return outDir;
}

async function controlsOf(bundle: string) {
  const controls = await (await openBundle(bundle)).controls();
  if (controls === null) throw new Error("no controls");
  return Object.fromEntries(controlLines(controls, "public").map((line) => [line.control, line]));
}

test("on lever-pull, shuffled labels are at chance, the room and the mouse tell nothing, movement tells all", async () => {
  const { shuffled, environment, identity, behaviour } = await controlsOf(
    await build(await loadChallenge("lever-pull"), pulls),
  );
  expect(Math.abs((shuffled?.score ?? NaN) - 0.5)).toBeLessThan(0.03);
  expect(environment).toMatchObject({ score: 0.5, reason: null });
  expect(identity).toMatchObject({ score: 0.5, reason: null });
  expect(behaviour?.score).toBeGreaterThan(0.95);
});

test("where the day is asked for, the room's air tells it if the input holds it, and not if it does not", async () => {
  const unguarded = await controlsOf(await build(dayChallenge, days));
  expect(unguarded["environment"]?.low).toBeGreaterThan(0.3);
  expect(Math.abs(unguarded["shuffled"]?.score ?? NaN)).toBeLessThan(0.1);
  expect(unguarded["identity"]).toMatchObject({ score: null, reason: { code: "CONTROL_IDENTITY" } });
  const guarded = await controlsOf(await build(guardedDayChallenge, days));
  expect(guarded["environment"]).toMatchObject({ score: 0, reason: null });
  // what it would tell is not kept quiet
  expect(guarded["environment"]?.outside?.low).toBeGreaterThan(0.3);
});

test("the linter finds the day in the air and in the number of rows, and neither where they are shut out", async () => {
  const { leaks, probes } = await findLeaks({ folder: join(folder, "unguarded-day") });
  const codes = leaks.map(
    ({ code, parameters }) => `${code} ${String(parameters["fact"] ?? parameters["probe"])}`,
  );
  expect(codes).toEqual(expect.arrayContaining(["LEAK_CARRIED humidity", "LEAK_SHORTCUT rows-per-session"]));
  expect(probes.find(({ probe }) => probe === "environment")).toMatchObject({
    exposed: false,
    aboveChance: true,
  });
  expect((await findLeaks({ folder: join(folder, "guarded-day") })).leaks).toEqual([]);
});

test("sessions without the sensors say that the controls do not apply", async () => {
  const challenge = { ...guardedDayChallenge, definition: { ...guardedDayChallenge.definition, id: "bare" } };
  const open = async (path: string) => {
    const session = await openSession(path);
    const { sensor } = session;
    const without = ["lever", "lick", "motion", "air_pressure", "CO2_level", "humidity", "room_temp"];
    return { ...session, sensor: (name: string) => sensor(without.includes(name) ? "none" : name) };
  };
  const outDir = join(folder, "bare");
  const members = { train: subjects.slice(6), validation: [], public: subjects.slice(0, 6), private: [] };
  const split = { ...challenge.definition.split, ...members };
  await buildBundle({ challenge, split, outDir, sessions: { paths: days, open } });
  const { behaviour, environment } = await controlsOf(outDir);
  expect(behaviour).toMatchObject({ score: null, reason: { code: "CONTROL_NO_SENSORS" } });
  expect(environment).toMatchObject({ score: null, reason: { code: "CONTROL_NO_SENSORS" } });
});
