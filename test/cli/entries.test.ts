import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, formatPredictionsCsv, score, sha256 } from "@braidyn/harness";
import { expect, test } from "vitest";
import { folderOf, nodeEntry } from "../../packages/runner/test/support/entries.ts";
import { testBundle } from "../../packages/runner/test/support/test-bundle.ts";
import { zipBytes } from "../../packages/runner/test/support/zip-bytes.ts";
import { runHere } from "./in-process.ts";

const { bundle, folder } = await testBundle();
const example = join(import.meta.dirname, "..", "..", "packages", "runner", "examples", "typescript");

test("a folder of code is scored where it is one's own, and the report says that it is not verified", async () => {
  const at = await folderOf({});
  const [report, details] = [join(at, "report.json"), join(at, "details.json")];
  const args = [
    "score",
    example,
    "--bundle",
    folder,
    "--isolation",
    "none",
    "-o",
    report,
    "--details",
    details,
  ];
  const { code, stdout, stderr } = await runHere(args);
  expect([code, stderr]).toEqual([0, expect.stringContaining("Running without isolation")]);
  expect(stdout).toContain("Not verified: the entry ran without isolation");
  expect(stdout).toMatch(/fit: [\d.]+ s on the clock/);
  const written = await readFile(report, "utf8");
  expect(JSON.parse(written)).toMatchObject({ verified: false, run: { fitted: true, isolation: "none" } });
  expect(written).not.toContain("Seconds");
  expect(JSON.parse(await readFile(details, "utf8"))).toMatchObject({
    kind: "code",
    timings: { latency: null },
  });
  const again = await runHere([...args.slice(0, 6), "--json"]);
  expect(again.stdout.trimEnd()).toBe(written);
});

test("a report of submitted predictions has no word of a run", async () => {
  const truth = await bundle.truth("validation");
  const columns = new Map([["pulled", Float64Array.from(truth.rowIds, (_, i) => i / 7)]]);
  const csv = formatPredictionsCsv(truth.rowIds, columns);
  const at = await folderOf({ "predictions.csv": csv });
  const { stdout } = await runHere(["score", join(at, "predictions.csv"), "--bundle", folder, "--json"]);
  const predictions = { splits: ["validation" as const], rowIds: truth.rowIds, columns };
  const digests = { bundle: bundle.digest, submission: await sha256(new TextEncoder().encode(csv)) };
  const { definition } = bundle;
  const expected = score({ definition, truth, predictions, board: "validation", digests });
  expect(stdout.trimEnd()).toBe(canonicalJson(expected));
  expect(Object.keys(expected)).not.toContain("run");
  expect(expected.warnings).toEqual(["few-subjects", "not-verified"]);
});

test("validate says what would be run, what it may use, and why it would not be verified", async () => {
  const { code, stdout } = await runHere(["validate", example, "--bundle", folder]);
  expect(code).toBe(0);
  expect(stdout).toContain("node, 4 files, fit: fit.ts, predict: predict.ts");
  expect(stdout).toContain("60 s, 2,048 MiB");
  const files = nodeEntry("");
  const bytes = zipBytes(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  const at = await folderOf({ "mine.zip": bytes });
  const zipped = await runHere(["validate", join(at, "mine.zip"), "--bundle", folder, "--lang", "ja"]);
  expect(zipped.stdout).toContain("検証済みにはなりません：fit がない");
  const json = await runHere(["validate", example, "--bundle", folder, "--json"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ accepted: true, kind: "code", verifiable: true });
});

test("code is validated without a bundle, predictions are not", async () => {
  const { code, stdout } = await runHere(["validate", example]);
  expect([code, stdout]).toEqual([0, expect.stringContaining("It would be accepted: node")]);
  const at = await folderOf({ "predictions.csv": "row_id,pulled\n" });
  const refused = await runHere(["validate", join(at, "predictions.csv")]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("ENTRY_NEEDS_BUNDLE")]);
});

test("a mistake in submission.yaml is told with its line, in both languages", async () => {
  const at = await folderOf({
    "submission.yaml": "runtime: python\npredict: predcit.py\n",
    "predict.py": "",
  });
  const { code, stderr } = await runHere(["validate", at, "--bundle", folder]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("submission.yaml:2: predict names predcit.py")]);
  expect((await runHere(["validate", at, "--bundle", folder, "--lang", "ja"])).stderr).toContain(
    "predict.py",
  );
});

test("what an entry prints when it fails is shown to its owner", async () => {
  const at = await folderOf(nodeEntry('console.error("here is why"); null.x;'));
  const { code, stderr } = await runHere(["score", at, "--bundle", folder, "--isolation", "none"]);
  expect(code).toBe(1);
  expect(stderr).toContain("here is why");
  expect(stderr).toMatch(/RUN_EXIT: predict ended with exit code 1 \(TypeError at predict\.js:\d+\)/);
});

test("held-out boards are not scored without isolation", async () => {
  const { stderr } = await runHere([
    "score",
    example,
    "--bundle",
    folder,
    "--board",
    "public",
    "--isolation",
    "none",
  ]);
  expect(stderr).toContain("RUN_HELD_OUT");
});

test("a receipt of code is verified against the folder, and not against a changed one", async () => {
  const at = await folderOf(nodeEntry("write((i) => input[i * 6]);"));
  const out = await folderOf({});
  const [receipt, key] = [join(out, "receipt.json"), join(out, "key.pem")];
  const scored = await runHere([
    ...["score", at, "--bundle", folder, "--isolation", "none", "--receipt", receipt, "--key", key],
  ]);
  expect(scored.code).toBe(0);
  const verify = (path: string) =>
    runHere(["verify", receipt, "--submission", path, "--bundle", folder, "--json"]);
  expect(JSON.parse((await verify(at)).stdout)).toMatchObject({ valid: true });
  const changed = await folderOf(nodeEntry("write((i) => input[i * 6] + 1);"));
  expect((await verify(changed)).code).toBe(1);
});
