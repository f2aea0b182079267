import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { braidyn, type Ended } from "./command.ts";

let folder = "";
let demo: Ended;
let seconds = 0;

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "braidyn-demo-test-")), "demo");
  const start = performance.now();
  demo = await braidyn(["demo", "-o", folder]);
  seconds = (performance.now() - start) / 1000;
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

/** Lines of the board: name, score, interval. */
function board(text: string): { name: string; score: number; low: number; high: number }[] {
  const line = /^ +\d+ +(\w+) +([\d.]+) +\[([\d.]+), ([\d.]+)\]/gm;
  return [...text.matchAll(line)].map(([, name = "", ...numbers]) => {
    const [score = NaN, low = NaN, high = NaN] = numbers.map(Number);
    return { name, score, low, high };
  });
}

test("the demo ends within a minute with a board on which constant < linear < binned", () => {
  expect(demo.code).toBe(0);
  expect(seconds).toBeLessThan(60);
  const scores = Object.fromEntries(board(demo.stdout).map(({ name, score }) => [name, score]));
  expect(Object.keys(scores).sort()).toEqual(["binned", "constant", "linear"]);
  expect(scores["constant"]).toBe(0.5);
  expect(scores["linear"]).toBeGreaterThan(0.6);
  expect(scores["binned"]).toBeGreaterThan(scores["linear"] as number);
});

test("every score has a 95 % interval around it, from at least eight mice", () => {
  expect(demo.stdout).toContain("95 % interval");
  for (const { score, low, high } of board(demo.stdout)) {
    expect(low).toBeLessThanOrEqual(score);
    expect(high).toBeGreaterThanOrEqual(score);
  }
  expect(demo.stdout).not.toMatch(/few/i);
});

test("it says that the data are simulated, where they lie, and what to try next", () => {
  expect(demo.stdout).toContain("These data are simulated");
  expect(demo.stdout).toContain(join(folder, "bundle"));
  expect(demo.stdout).toMatch(/braidyn score .*binned\.csv/);
});

test("what it left can be scored again, with the same result", async () => {
  const file = join(folder, "predictions", "binned.csv");
  const args = ["score", file, "--bundle", join(folder, "bundle"), "--board", "public", "--json"];
  const { metrics } = JSON.parse((await braidyn(args)).stdout) as { metrics: { score: number }[] };
  const shown = board(demo.stdout).find(({ name }) => name === "binned")?.score;
  expect(metrics[0]?.score.toFixed(3)).toBe(shown?.toFixed(3));
});

test("a folder that holds something is left alone", async () => {
  const { code, stderr } = await braidyn(["demo", "-o", folder]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/COMMAND_FOLDER_EXISTS/);
  expect(existsSync(join(folder, "sessions"))).toBe(true);
});
