import { join } from "node:path";
import { expect, test } from "vitest";
import { buildBundle, openBundle } from "../../src/build.ts";
import { formatPredictionsCsv, parsePredictionsCsv, runBaseline } from "../../src/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { tinyChallenge, tinyNames, tinySecret, tinySession } from "../support/tiny-challenge.ts";

async function tinyBundle() {
  const outDir = join(await temporaryFolder(), "bundle");
  const sessions = tinyNames.map((name) => tinySession(name));
  await buildBundle({ challenge: tinyChallenge, sessions, outDir, secret: tinySecret });
  return openBundle(outDir);
}

test("a baseline's predictions survive being written and read as a team's would be", async () => {
  const bundle = await tinyBundle();
  const predictions = await runBaseline(tinyChallenge, "strong", bundle);
  const csv = formatPredictionsCsv(predictions.rowIds, predictions.columns);
  const expectedIds = { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") };
  expect(parsePredictionsCsv(csv, { columns: ["pulled"], expectedIds })).toEqual(predictions);
});

test("an unknown baseline is answered with those there are", async () => {
  await expect(runBaseline(tinyChallenge, "toString", await tinyBundle())).rejects.toMatchObject({
    code: "CHALLENGE_BASELINE",
    hint: expect.stringContaining("floor, strong") as string,
  });
});

test("a baseline that predicts too little is refused", async () => {
  await expect(runBaseline(tinyChallenge, "broken", await tinyBundle())).rejects.toMatchObject({
    code: "CHALLENGE_BASELINE_RESULT",
  });
});
