import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulateCohort } from "@braidyn/simulator";
import { runHere } from "./in-process.ts";

let few: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "braidyn-decode-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Decoded {
  readonly baselines: readonly {
    readonly baseline: string;
    readonly across: number;
    readonly within: number | null;
    readonly shuffled: number;
  }[];
  readonly skipped: readonly { readonly session: string; readonly lacks: string }[];
}

beforeAll(async () => {
  const little = { seed: 4, minutes: 6, streams: ["sensors"], maskSize: 48 } as const;
  const paths = await simulateCohort({ ...little, mice: 5, days: 2, outDir: join(folder, "task") });
  const rest = await simulateCohort({
    ...little,
    mice: 1,
    days: [8],
    minutes: 0.5,
    type: "resting-state",
    outDir: join(folder, "task"),
  });
  few = [...paths.slice(0, 4), ...rest];
});

test("a small cohort's baselines come out in the order that published decoders have, and shuffled truth at chance", async () => {
  const { code, stdout } = await runHere(["decode", "lever-pull", join(folder, "task"), "--json"]);
  expect(code).toBe(0);
  const { baselines, skipped } = JSON.parse(stdout) as Decoded;
  const [constant, linear, binned] = baselines;
  expect(baselines.map(({ baseline }) => baseline)).toEqual(["constant", "linear", "binned"]);
  expect(constant?.across).toBe(0.5);
  expect(linear!.across).toBeGreaterThan(0.65);
  expect(binned!.across).toBeGreaterThan(linear!.across + 0.04);
  // five mice give a model of chance a direction of its own: nearer to chance than to what truth teaches is all to ask
  expect(linear!.shuffled).toBeLessThan((0.5 + linear!.across) / 2);
  expect(linear!.within).not.toBeNull();
  expect(skipped).toEqual([
    { session: "VG1-GC#48_2023-06-07_resting-state-day8", lacks: "resting-state != task" },
  ]);
});

test("the table names the challenge, its metric and what was left out, in Japanese too", async () => {
  const shown = await runHere(["decode", "lever-pull", ...few, "--baseline=linear"]);
  expect(shown.stdout).toMatch(/lever-pull \(roc_auc\): 2 mice, 4 sessions/);
  expect(shown.stderr).toContain("resting-state != task");
  const japanese = await runHere(["decode", "lever-pull", ...few, "--baseline=constant", "--lang", "ja"]);
  expect(japanese.stdout).toContain("ほかのマウス");
});

test("one session cannot be cross-validated, and an unknown baseline is named with those there are", async () => {
  const [one] = await simulateCohort({
    seed: 4,
    minutes: 3,
    streams: ["sensors"],
    maskSize: 48,
    mice: 1,
    days: 1,
    outDir: join(folder, "one"),
  });
  expect(await runHere(["decode", "lever-pull", one!])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("CROSSVALIDATION_TOO_FEW"),
  });
  expect(await runHere(["decode", "lever-pull", one!, "--baseline", "best"])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/CHALLENGE_BASELINE.*constant, linear, binned/s),
  });
});
