import { findIsolation, none, runEntry, type Isolation } from "@braidyn/runner";
import { describe, expect, test } from "vitest";
import { findPython } from "../../../../test/python.ts";
import { folderOf, type Files } from "../support/entries.ts";
import { testBundle } from "../support/test-bundle.ts";

const { bundle } = await testBundle({ causal: true, sandbox: "seconds: 30" });
const { on } = await findIsolation();
const unkept = none(process.env["BRAIDYN_PYTHON"] ?? "python3");

/** An entry that answers each line by what `answer` prints; it sees `frame` and may keep things in `kept`. */
function streaming(answer: string, { before = "", after = "" } = {}): Files {
  return {
    "submission.yaml": "runtime: node\npredict: predict.js\nstream: true\n",
    "predict.js": `const lines = require("node:readline").createInterface({ input: process.stdin });
const say = (text) => process.stdout.write(text + "\\n");
let kept = {}, start = null;
${before}
lines.on("line", (line) => {
  const frame = JSON.parse(line);
  if (start === null) { start = frame; return say("ready"); }
  ${answer}
});
lines.on("close", () => { ${after} });
`,
  };
}

async function run(files: Files, isolation: Isolation = unkept) {
  const path = await folderOf(files);
  return runEntry({ submission: { path }, bundle, boards: ["validation"], isolation });
}

const honest = "if (frame.frame === 0) kept = frame.values[0]; say(JSON.stringify([kept]));";

test("frames are handed over one at a time, and the answer to a row's last one is its prediction", async () => {
  const spy = `console.error(frame.row, frame.frame, frame.values.length); ${honest}`;
  const { reports, problem, log, timings } = await run(streaming(spy));
  expect(problem).toBeNull();
  expect(reports[0]?.metrics[0]?.score).toBe(1);
  expect(reports[0]?.run).toMatchObject({ streamed: true, fitted: false });
  expect(reports[0]?.warnings).not.toContain("not-streamed");
  expect(log.text).toContain("0 0 2\n0 1 2\n0 2 2\n1 0 2\n");
  expect(timings.latency).toMatchObject({ frames: 60 });
  const { medianMs, p95Ms, maxMs } = timings.latency!;
  expect(medianMs > 0 && medianMs <= p95Ms && p95Ms <= maxMs).toBe(true);
});

test("the first line says what will come", async () => {
  const { log } = await run(streaming(honest, { after: "console.error(JSON.stringify(start))" }));
  expect(log.text).toContain(
    '{"format":"braidyn-stream/1","challenge":"tiny","rows":20,"frames":3,"frame_shape":[2],"columns":["pulled"]}',
  );
});

const python = findPython();
test.skipIf(python === null)(
  "Python streams by input() and print (needs Python; set BRAIDYN_PYTHON)",
  async () => {
    const files = {
      "submission.yaml": "runtime: python\npredict: predict.py\nstream: true\n",
      "predict.py": `import json, sys

input()
print("ready", flush=True)
for line in sys.stdin:
    frame = json.loads(line)
    if frame["frame"] == 0:
        first = frame["values"][0]
    print([first], flush=True)
`,
    };
    expect((await run(files, none(python!))).reports[0]?.metrics[0]?.score).toBe(1);
  },
);

test("an entry that sees all rows at once is scored, and not verified for the causal track", async () => {
  const files = {
    "submission.yaml": "runtime: node\npredict: predict.mjs\n",
    "predict.mjs": `import { readFileSync, writeFileSync } from "node:fs";
const [data, out] = process.argv.slice(2);
const ids = readFileSync(data + "/row_ids.txt", "utf8").trim().split("\\n");
writeFileSync(out, "row_id,pulled\\n" + ids.map((id, i) => id + "," + i).join("\\n"));`,
  };
  const { reports } = await run(files);
  expect(reports[0]?.warnings).toContain("not-streamed");
});

describe("a conversation that goes wrong is ended with a code", () => {
  test.each([
    ["two answers to a frame", `${honest} say("[1]");`, "STREAM_EARLY"],
    // which line is taken for which answer depends on how fast they come; none of them is accepted
    [
      "answers before the first frame",
      honest,
      "STREAM_EARLY|STREAM_ANSWER",
      'say("ready"); say("[1]"); say("[1]");',
    ],
    ["no word that it is ready", 'say("[1]");', "STREAM_READY", 'say("hello");'],
    ["words after the last answer", honest, "STREAM_EARLY", "", 'say("bye");'],
    ["no numbers", 'say("hello");', "STREAM_ANSWER"],
    ["too many numbers", 'say("[1, 2]");', "STREAM_ANSWER"],
    ["null for a number", 'say("[null]");', "STREAM_ANSWER"],
    ["a line without end", 'process.stdout.write("1".repeat(200000));', "STREAM_ANSWER"],
    ["the end of the program", "process.exit(0);", "STREAM_ENDED"],
    ["a crash", "null.x;", "RUN_EXIT"],
  ])("%s", async (_, answer, code, before = "", after = "") => {
    const { status, problem } = await run(streaming(answer, { before, after }));
    expect([status, problem?.code]).toEqual(["refused", expect.stringMatching(`^(${code})$`)]);
  });

  test("silence is ended by the clock of the run, not waited for", async () => {
    const short = await testBundle({ causal: true, sandbox: "seconds: 1" });
    const path = await folderOf(streaming("setInterval(() => {}, 1000);"));
    const options = { submission: { path }, boards: ["validation"], isolation: unkept } as const;
    const { problem } = await runEntry({ ...options, bundle: short.bundle });
    expect(problem?.code).toBe("RUN_TIME");
  });

  test("a program that never reads is ended likewise", async () => {
    const short = await testBundle({ causal: true, sandbox: "seconds: 1" });
    const yaml = "runtime: node\npredict: p.js\nstream: true\n";
    const path = await folderOf({ "submission.yaml": yaml, "p.js": "setInterval(() => {}, 1000);" });
    const options = { submission: { path }, boards: ["validation"], isolation: unkept } as const;
    const { problem } = await runEntry({ ...options, bundle: short.bundle });
    expect(problem?.code).toBe("RUN_TIME");
  });
});

test.skipIf(on === null)("a streaming entry with fit is verified where it is isolated", async () => {
  const files = {
    ...streaming(honest),
    "submission.yaml": "runtime: node\nfit: fit.mjs\npredict: predict.js\nstream: true\n",
    "fit.mjs": `import { writeFileSync } from "node:fs"; writeFileSync(process.argv[3], "model");`,
  };
  const { reports } = await run(files, on!.isolation);
  expect(reports[0]?.verified).toBe(true);
});
