import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMetricName, parseChallenge, type Examples } from "@braidyn/harness";
import { checkExamples } from "@braidyn/harness/build";
import { openSession } from "@braidyn/nwb";
import { fileSource, reduceSession, usualStreams } from "@braidyn/nwb/fetch";
import { simulateCohort } from "@braidyn/simulator";
import { listChallenges, loadChallenge } from "../index.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-challenges-"));
let paths: string[] = [];
beforeAll(async () => {
  const little = { minutes: 10, maskSize: 48, outDir: folder, seed: 3 };
  paths = await simulateCohort({ mice: 2, days: [5], ...little });
});
afterAll(() => rmSync(folder, { recursive: true }));

const challenges = await listChallenges();

test("the catalogue holds what it promises", () => {
  expect(challenges.map(({ id }) => id)).toEqual(
    "cross-mouse early-late early-late-new-mice learning-day lever-pull pre-cue reaction-time replicate trajectory trajectory-causal".split(
      " ",
    ),
  );
});

/** The split that challenges of new mice share, so that a mouse that is hidden in one is hidden in all. */
const defaultSplit = {
  train: [48, 52, 53, 60, 63, 78, 87, 105, 116, 119, 124, 127, 130],
  validation: [51, 73, 109, 125],
  public: [54, 66, 99, 122],
  private: [61, 85, 117, 129],
};

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

  test("says in data.reads all that it reads: what is fetched of a session gives the same rows", async () => {
    const [path = ""] = paths;
    const fetched = join(mkdtempSync(join(folder, "fetched-")), basename(path));
    const streams = definition.data.reads ?? usualStreams;
    await reduceSession(fileSource(path), { streams, masks: false }, fetched);
    expect(await examplesOf(fetched, 1)).toEqual(await examplesOf(path, 1));
  });

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
    const english = readFileSync(join(home, "README.md"), "utf8");
    const sections = ["Input", "Truth", "Split", "Score", "Shortcuts, and what shuts them out", "Baselines"];
    for (const section of [...sections, "Reference scores"]) expect(english).toContain(`\n## ${section}\n`);
  });

  test("tests on mice that no other challenge of new mice gives the truth of", () => {
    const { unit, train, validation, public: open, private: hidden, known_subjects } = definition.split;
    if (known_subjects) return;
    const subjects = [train, validation, open, hidden].map((group) =>
      group.flatMap((member) =>
        typeof member === "object" && "subjects" in member ? member.subjects : [member],
      ),
    );
    expect(subjects, unit).toEqual(Object.values(defaultSplit));
  });

  test("has a floor, a simple and a strong baseline, in this order, and tells of each", async () => {
    const { baselines } = await loadChallenge(id);
    const names = Object.keys(baselines);
    const files = readdirSync(join(home, "baselines")).map((file) => file.replace(/\.[jt]s$/, ""));
    expect([...names].sort()).toEqual(files.sort());
    const table = readFileSync(join(home, "README.md"), "utf8").matchAll(/^\| `([\w-]+)` \| (\w+) \|/gm);
    const told = [...table].map(([, name, level]) => `${name} ${level}`);
    const levels = ["floor", "simple", "strong"];
    expect(told).toEqual(names.map((name, i) => `${name} ${levels[i]}`));
  });

  test("is as careful with dF/F as its filter asks", () => {
    expect(definition.input.streams).toEqual(["dFF"]);
    expect(definition.input.filter).toBe("zero-phase");
    expect(definition.leakage.forbid_shared).toContain("session");
  });

  test("gives the same rows for the same seed", async () => {
    const [path = ""] = paths;
    const first = await examplesOf(path, 1);
    expect(first.count).toBeGreaterThan(0);
    expect(await examplesOf(path, 1)).toEqual(first);
  });

  test("gives rows of the declared shape with finite inputs and truth", async () => {
    for (const path of paths) {
      const examples = await examplesOf(path, 1);
      checkExamples(definition, path, examples, null);
      expect(examples.inputShape).toEqual(
        definition.input.shape.map(({ size }, i) => size ?? examples.inputShape[i]),
      );
      expect(examples.input.every(Number.isFinite)).toBe(true);
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
