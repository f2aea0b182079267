import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "@braidyn/harness";
import { findIsolation, none, runEntry, runLimits, type Isolation } from "@braidyn/runner";
import { expect, test } from "vitest";
import { runModel } from "../../src/onnx/run-model.ts";
import { modelBytes, node, valueInfo } from "../support/onnx-bytes.ts";
import { testBundle } from "../support/test-bundle.ts";

const folder = join(import.meta.dirname, "models");
const exported = readdirSync(folder).filter((name) => name.endsWith(".onnx"));
const { bundle } = await testBundle();
const { on } = await findIsolation();
const isolation = on?.isolation ?? none("python3");

interface Facts {
  readonly columns: readonly string[];
  readonly input: readonly number[];
  readonly predictions: readonly (readonly number[])[];
}

/** A bundle whose validation split is a model's own example. */
function bundleOf({ columns, input, predictions }: Facts): Bundle {
  const rowIds = predictions.map((_, i) => `r${i}`);
  const names = { count: rowIds.length, rowIds, subjects: rowIds, sessions: rowIds };
  const truth = Object.fromEntries(
    columns.map((column) => [column, { type: columns.length > 1 ? "number" : "binary" }]),
  );
  return {
    definition: { ...bundle.definition, truth },
    rows: async () => ({ ...names, inputShape: [3, 2], input: Float32Array.from(input) }),
    rowIds: async () => rowIds,
  } as unknown as Bundle;
}

function run(model: Uint8Array, of: Bundle, by: Isolation = isolation) {
  const context = {
    isolation: by,
    limits: runLimits(bundle.definition),
    signal: undefined,
    round: 1 as const,
  };
  const entry = { kind: "model" as const, digest: "", model };
  return runModel(entry, of, "validation", { ...context, printed: [], timings: [] });
}

test.each(exported)("%s predicts what its own library does", async (name) => {
  const facts = JSON.parse(readFileSync(join(folder, name.replace(".onnx", ".json")), "utf8")) as Facts;
  const { predictions } = await run(readFileSync(join(folder, name)), bundleOf(facts));
  facts.columns.forEach((column, j) => {
    const found = predictions.columns.get(column) as Float64Array;
    facts.predictions.forEach((row, i) => expect(found[i]).toBeCloseTo(row[j] as number, 4));
  });
});

test("a model is scored with the bytes of its file as its digest, and is not verified", async () => {
  const bytes = readFileSync(join(folder, "torch-convolution.onnx"));
  const submission = { name: "model.onnx", bytes };
  const { reports, kind } = await runEntry({ submission, bundle, boards: ["validation"], isolation });
  expect(kind).toBe("model");
  expect(reports[0]).toMatchObject({ verified: false, run: { kind: "model", fitted: false } });
  expect(reports[0]?.warnings).toContain("not-fitted");
});

test.each([
  [
    "an input of another shape",
    { input: valueInfo("x", [0, 5]), output: valueInfo("y", [0, 5]) },
    "ONNX_INPUT",
  ],
  ["a batch of 7", { input: valueInfo("x", [7, 3, 2]) }, "ONNX_INPUT"],
  [
    "whole numbers as input",
    { input: valueInfo("x", [0, 3, 2], 7), output: valueInfo("y", [0, 3, 2], 7) },
    "ONNX_INPUT",
  ],
  ["outputs of another size", {}, "ONNX_OUTPUT"],
  ["a graph that does not fit together", { nodes: [node("Identity", ["z"], ["y"])] }, "ONNX_RUN"],
  ["an operator that is refused", { nodes: [node("RandomNormalLike", ["x"], ["y"])] }, "ONNX_OPERATOR"],
])("%s is refused and said", async (_, parts, code) => {
  const submission = { name: "model.onnx", bytes: modelBytes(parts) };
  const { status, problem } = await runEntry({ submission, bundle, boards: ["validation"], isolation });
  expect([status, problem?.code]).toEqual(["refused", code]);
});
