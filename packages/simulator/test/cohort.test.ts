import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { simulateCohort, simulateSession, writeSession } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-cohort-"));
afterAll(() => rmSync(folder, { recursive: true }));

const small = { minutes: 0.5, maskSize: 48 };
const digest = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

test("the same seed gives the same bytes, alone or in a cohort, now or later", async () => {
  const outDir = join(folder, "cohort");
  const paths = await simulateCohort({ ...small, mice: 2, days: 2, seed: 7, outDir });
  await sleep(1100);
  const alone = join(folder, "alone.nwb");
  await writeSession(simulateSession({ ...small, seed: 7, mouse: 1, day: 2 }), alone);
  expect(digest(alone)).toBe(digest(paths[3]!));
  expect(new Set(paths.map(digest)).size).toBe(4);
});

test("another seed gives other bytes", async () => {
  const [one, two] = [join(folder, "one.nwb"), join(folder, "two.nwb")];
  await writeSession(simulateSession({ ...small, seed: 1 }), one);
  await writeSession(simulateSession({ ...small, seed: 2 }), two);
  expect(digest(one)).not.toBe(digest(two));
});

test("files are named the authors' way or DANDI's, and progress is told", async () => {
  const outDir = join(folder, "names");
  const seen: string[] = [];
  const options = { ...small, streams: [], mice: [1], days: [11], outDir };
  const [authors] = await simulateCohort({
    ...options,
    onProgress: ({ done, total, path }) => seen.push(`${done}/${total} ${basename(path)}`),
  });
  const [dandi] = await simulateCohort({ ...options, names: "dandi" });
  expect(basename(authors!)).toBe("VG1GC-51_2023-06-19_task-day11.nwb");
  expect(relative(outDir, dandi!)).toBe(
    join("sub-VG1-GC#51", "sub-VG1-GC#51_ses-2023-06-19-task-day11_widefield+behavior.nwb"),
  );
  expect(seen).toEqual(["1/1 VG1GC-51_2023-06-19_task-day11.nwb"]);
});

test("an impossible cohort is refused before anything is written", async () => {
  const outDir = join(folder, "never");
  await expect(simulateCohort({ ...small, mice: 2, days: [1, 99], outDir })).rejects.toMatchObject({
    code: "SIMULATOR_OPTION",
  });
  expect(readdirSync(folder)).not.toContain("never");
});
