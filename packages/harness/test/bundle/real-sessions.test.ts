import { openSession } from "@braidyn/nwb";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildBundle, openBundle } from "../../src/build.ts";
import type { Challenge, ChallengeModule } from "../../src/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { tinyChallenge } from "../support/tiny-challenge.ts";

const fixture = (path: string) =>
  fileURLToPath(new URL(`../../../../test/fixtures/nwb/${path}`, import.meta.url));

/** Four rows of the first samples of dF/F. */
const module: ChallengeModule = {
  examples: async (session) => {
    const { data, time } = await session.dff();
    const input = Float32Array.from(data.subarray(0, 24));
    return {
      count: 4,
      inputShape: [3, 2],
      input,
      truth: { pulled: Float64Array.of(0, 1, 0, 1) },
      time: time.slice(0, 4),
    };
  },
};

test("a bundle is built from session files", async () => {
  const outDir = join(await temporaryFolder(), "bundle");
  const challenge: Challenge = { ...tinyChallenge, module };
  const paths = [
    fixture("latest-libver/VG1GC-48_2023-05-30_task-day2.nwb"),
    fixture("empty-trials/VG1GC-66_2023-08-21_task-day1.nwb"),
  ];
  const split = { unit: "subject" as const, train: [48], validation: [], public: [66], private: [] };
  await buildBundle({ challenge, sessions: { paths, open: openSession }, outDir, split });
  const bundle = await openBundle(outDir);
  expect(bundle.manifest.sessions.map(({ session }) => session)).toEqual(["VG1-GC#48_2023-05-30_task-day2"]);
  const session = await openSession(paths[0] ?? "");
  const { data } = await session.dff();
  session.close();
  expect((await bundle.rows("train")).input).toEqual(Float32Array.from(data.subarray(0, 24)));
  expect((await bundle.truth("test")).boards).toEqual(Array(4).fill("public"));
});
