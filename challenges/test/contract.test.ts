import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMetricName, parseChallenge, type Examples } from "@braidyn/harness";
import { openSession } from "@braidyn/nwb";
import { simulateCohort } from "@braidyn/simulator";
import { listChallenges, loadChallenge } from "../index.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-challenges-"));
let paths: string[] = [];
beforeAll(async () => {
  paths = await simulateCohort({
    mice: 2,
    days: [5],
    minutes: 4,
    seed: 3,
    outDir: folder,
    streams: ["sensors"],
    maskSize: 48,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const challenges = await listChallenges();

test("the catalogue holds lever-pull", () => {
  expect(challenges.map(({ id }) => id)).toContain("lever-pull");
});

describe.each(challenges)("the folder $id", ({ id, folder: home, definition }) => {
  const examplesOf = async (path: string, seed: number): Promise<Examples> => {
    const { module } = await loadChallenge(id);
    const session = await openSession(path);
    try {
      return await module.examples(session, { seed });
    } finally {
      session.close();
    }
  };

  test("is named after the challenge, which it defines without a mistake", () => {
    expect(definition.id).toBe(id);
    expect(parseChallenge(readFileSync(join(home, "challenge.yaml"), "utf8"))).toEqual(definition);
    for (const metric of [definition.metrics.primary, ...definition.metrics.secondary]) {
      expect(isMetricName(metric), metric).toBe(true);
    }
  });

  test("explains itself in English and Japanese under the same headings", () => {
    const headings = (file: string) => readFileSync(join(home, file), "utf8").match(/^#+ /gm);
    expect(headings("README.ja.md")).toEqual(headings("README.md"));
    expect(readFileSync(join(home, "README.ja.md"), "utf8")).toMatch(/[\p{sc=Hiragana}]/u);
  });

  test("has a floor, a simple and a strong baseline, in this order", async () => {
    const { baselines } = await loadChallenge(id);
    const files = readdirSync(join(home, "baselines")).map((file) => file.replace(/\.[jt]s$/, ""));
    expect(Object.keys(baselines).sort()).toEqual(files.sort());
    expect(Object.keys(baselines).length).toBeGreaterThanOrEqual(3);
  });

  test("gives the same rows for the same seed, others for another", async () => {
    const [path = ""] = paths;
    const [first, again, other] = [
      await examplesOf(path, 1),
      await examplesOf(path, 1),
      await examplesOf(path, 2),
    ];
    expect(first.count).toBeGreaterThan(0);
    expect(again).toEqual(first);
    expect(other.time).not.toEqual(first.time);
  });

  test("gives rows of the declared shape with finite inputs and truth", async () => {
    for (const path of paths) {
      const { count, inputShape, input, truth, time } = await examplesOf(path, 1);
      expect(inputShape).toEqual(definition.input.shape.map(({ size }, i) => size ?? inputShape[i]));
      expect(input.length).toBe(inputShape.reduce((product, size) => product * size, count));
      expect(input.every(Number.isFinite)).toBe(true);
      expect(Object.keys(truth)).toEqual(Object.keys(definition.truth));
      for (const values of Object.values(truth)) expect(values.length).toBe(count);
      expect(time.length).toBe(count);
    }
  });
});

test("an unknown name says which there are", async () => {
  await expect(loadChallenge("no-such-challenge")).rejects.toMatchObject({
    code: "CHALLENGE_UNKNOWN",
    hint: expect.stringContaining("lever-pull"),
  });
  expect(existsSync("no-such-challenge")).toBe(false);
});
