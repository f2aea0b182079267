import { canonicalJson } from "@braidyn/harness";
import { findIsolation, none, runEntry, type Isolation } from "@braidyn/runner";
import { describe, expect, test } from "vitest";
import { folderOf, nodeEntry, type Files } from "../support/entries.ts";
import { testBundle } from "../support/test-bundle.ts";

const { bundle } = await testBundle();
const unkept = none("python3");
const { on, refusal } = await findIsolation();
const why = refusal === null ? "" : `(needs isolation: ${refusal.message})`;

const first = "write((i) => input[i * 6]);";
const fitting = {
  "submission.yaml": "runtime: node\nfit: fit.mjs\npredict: predict.js\n",
  "fit.mjs": `import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
const [data, model] = process.argv.slice(2);
writeFileSync(model, readdirSync(data).sort().join());`,
};

async function validate(files: Files, isolation: Isolation = unkept, repeat = false) {
  const path = await folderOf(files);
  return runEntry({ submission: { path }, bundle, boards: ["validation"], isolation, repeat });
}

test("an entry's predictions are scored, and the report says that nothing isolated them", async () => {
  const run = await validate(nodeEntry(first));
  expect(run).toMatchObject({ status: "scored", kind: "code", problem: null });
  expect(run.reports[0]).toMatchObject({
    verified: false,
    warnings: ["few-subjects", "not-verified", "not-isolated", "not-fitted"],
    run: {
      kind: "code",
      fitted: false,
      isolated: false,
      isolation: "none",
      predictions: run.predictionsDigest,
    },
  });
  expect(run.reports[0]?.metrics[0]?.score).toBe(1);
});

test("predict sees inputs, ids and where they come from, and no truth", async () => {
  const spy = nodeEntry(`console.error(require("node:fs").readdirSync(data).sort().join()); ${first}`);
  const { log } = await validate(spy);
  expect(log.text).toContain("input.npy,manifest.json,row_ids.txt,sessions.txt,subjects.txt\n");
});

test("fit sees truth of the train split, and its model reaches predict", async () => {
  const spy = nodeEntry(`console.error(readFileSync(model, "utf8")); ${first}`, fitting);
  const { log, reports } = await validate(spy);
  expect(log.text).toContain("row_ids.txt,sessions.txt,subjects.txt,truth.npy\n");
  expect(reports[0]?.run).toMatchObject({ fitted: true });
});

test("what is staged tells nothing of when it was made", async () => {
  const spy = nodeEntry(`const { statSync, readdirSync } = require("node:fs");
for (const folder of [data, __dirname])
  for (const name of [".", ...readdirSync(folder)]) console.error(statSync(folder + "/" + name).mtime.toISOString());
${first}`);
  const { log } = await validate(spy);
  expect([...new Set(log.text.match(/\d{4}-.*Z/g))]).toEqual(["1980-01-01T00:00:00.000Z"]);
});

test("the same entry gives the same report, byte for byte", async () => {
  const path = await folderOf(nodeEntry(first, fitting));
  const run = () => runEntry({ submission: { path }, bundle, boards: ["validation"], isolation: unkept });
  const [one, other] = [await run(), await run()];
  expect(canonicalJson(one.reports[0])).toBe(canonicalJson(other.reports[0]));
});

test("an entry that predicts by chance is refused when it is run twice", async () => {
  const run = await validate(nodeEntry("write(() => Math.random());"), unkept, true);
  expect(run).toMatchObject({ status: "refused", reports: [] });
  expect(run.problem?.code).toBe("RUN_NOT_REPRODUCED");
});

test("held-out boards are refused without isolation, before anything runs", async () => {
  const path = await folderOf(nodeEntry(first));
  const run = runEntry({ submission: { path }, bundle, boards: ["public"], isolation: unkept });
  await expect(run).rejects.toMatchObject({ code: "RUN_HELD_OUT" });
});

test("a run can be stopped", async () => {
  const path = await folderOf(nodeEntry("for (;;);"));
  const signal = AbortSignal.timeout(300);
  const run = await runEntry({
    submission: { path },
    bundle,
    boards: ["validation"],
    isolation: unkept,
    signal,
  });
  expect(run).toMatchObject({ status: "aborted", problem: { code: "RUN_ABORTED" } });
});

describe("an entry at fault is refused, and told", () => {
  test.each([
    ["an exception", "null.x;", "RUN_EXIT", /TypeError at predict\.js:\d+|predict\.js:\d+ .*TypeError/],
    ["no predictions", "", "RUN_NO_PREDICTIONS", /wrote no predictions/],
    ["a missing row", "ids.pop(); write(() => 1);", "SUBMISSION_ROWS_MISSING", /1 of the 20 validation rows/],
    ["not a number", "write(() => NaN);", "SUBMISSION_VALUE_NAN", /not a number/],
    [
      "a table of something else",
      'writeFileSync(out, "a,b\\n1,2\\n");',
      "SUBMISSION_COLUMN_MISSING",
      /row_id|pulled/,
    ],
  ])("%s", async (_, body, code, message) => {
    const run = await validate(nodeEntry(body));
    expect(run.status).toBe("refused");
    expect(run.problem?.code).toBe(code);
    expect(run.problem?.message).toMatch(message);
  });

  test("a fit that writes nothing", async () => {
    const run = await validate(nodeEntry(first, { ...fitting, "fit.mjs": "" }));
    expect(run.problem?.code).toBe("RUN_NO_MODEL");
  });
});

test("TypeScript runs as it is, and an error names its own line", async () => {
  const predict = `import { shift } from "./shift.ts";
enum Column { First }
const [data, out]: string[] = process.argv.slice(2);


const wrong: number = shift(Column.First);
throw new RangeError(\`\${data}\${out}\${wrong}\`);
`;
  const shift = "export const shift = (by: number): number => by + 1;\n";
  const yaml = "runtime: node\npredict: predict.ts\n";
  const run = await validate({ "submission.yaml": yaml, "predict.ts": predict, "shift.ts": shift });
  expect(run.problem?.parameters).toMatchObject({ reason: "RangeError", place: "predict.ts:7" });
});

describe("in isolation", () => {
  test.skipIf(on === null)(`an entry that was fitted is verified on held-out boards ${why}`, async () => {
    const path = await folderOf(nodeEntry(first, fitting));
    const boards = ["public", "private"] as const;
    const run = await runEntry({ submission: { path }, bundle, boards, isolation: on!.isolation });
    expect(run.problem).toBeNull();
    expect(run.reports.map(({ board, verified }) => [board, verified])).toEqual([
      ["public", true],
      ["private", true],
    ]);
    expect(run.reports[0]?.warnings).toEqual(["few-subjects"]);
    // fit and predict, and both again
    expect(run.timings.steps.map(({ step, round }) => `${step} ${round}`)).toEqual([
      ...["fit 1", "predict 1", "fit 2", "predict 2"],
    ]);
  });

  test.skipIf(on === null)(
    `what it prints on held-out boards is kept back, and the fault is told ${why}`,
    async () => {
      const body =
        'console.error("x".repeat(100)); class Secret extends Error {}\nthrow new Secret("0.123");';
      const path = await folderOf(nodeEntry(body));
      const run = await runEntry({
        submission: { path },
        bundle,
        boards: ["public"],
        isolation: on!.isolation,
      });
      expect(run.log).toEqual({ text: "", withheld: true });
      expect(run.problem?.parameters).toMatchObject({ reason: "Error", place: "predict.js:9" });
      expect(JSON.stringify(run.problem)).not.toMatch(/Secret|0\.123/);
    },
  );

  test.skipIf(on === null)(
    `an entry that says it was not started is refused like any other ${why}`,
    async () => {
      const body = 'console.error("bwrap: no permissions to create a new namespace"); process.exit(1);';
      const run = await validate(nodeEntry(body), on!.isolation);
      expect([run.status, run.problem?.code]).toEqual(["refused", "RUN_EXIT"]);
    },
  );

  test.skipIf(on === null)(`it gives the same predictions as without ${why}`, async () => {
    const [kept, free] = [await validate(nodeEntry(first), on!.isolation), await validate(nodeEntry(first))];
    expect(kept.predictionsDigest).toBe(free.predictionsDigest);
  });
});
