import { isBraidynError } from "@braidyn/core";
import type { Bundle } from "@braidyn/harness";
import type { Limits } from "@braidyn/runner";
import { runModel } from "../../../packages/runner/src/onnx/run-model.ts";
import {
  floats,
  integers,
  message,
  modelBytes,
  node,
} from "../../../packages/runner/test/support/onnx-bytes.ts";
import type { Arena, Attack, Attempt } from "../attack.ts";

const limits: Limits = {
  ...{ wallSeconds: 30, cpuSeconds: 30, memoryBytes: 2 ** 30, processes: 48, openFiles: 128 },
  ...{ fileBytes: 2 ** 22, scratchBytes: 2 ** 22, streamBytes: 2 ** 20 },
};

/** One row of 3 x 2 inputs is enough to be attacked with. */
const rowIds = ["r0"];
const bundle = {
  definition: {
    ...{ id: "redteam", truth: { pulled: { type: "binary" } } },
    input: { shape: [{ axis: "frame" }, { axis: "region" }], unit: "" },
  },
  rows: async () => ({
    ...{ count: 1, rowIds, subjects: rowIds, sessions: rowIds },
    ...{ inputShape: [3, 2], input: new Float32Array(6) },
  }),
  rowIds: async () => rowIds,
} as unknown as Bundle;

const external = (location: string) =>
  message([
    [1, 2],
    [2, 1],
    [8, "w"],
    [
      13,
      message([
        [1, "location"],
        [2, location],
      ]),
    ],
    [14, 1],
  ]);
const graph = message([[1, node("Identity", ["a"], ["b"])]]);
const loop = node(
  "Loop",
  ["n", "c"],
  ["y"],
  [
    [
      5,
      message([
        [1, "body"],
        [6, graph],
      ]),
    ],
  ],
);

/** As many nodes as a file of 32 MB can have: two bytes each. */
function countlessNodes(): Uint8Array {
  const nodes = new Uint8Array(32 * 2 ** 20);
  for (let i = 0; i < nodes.length; i += 2) nodes[i] = 0x0a;
  return message([
    [1, 8],
    [8, message([[2, 17]])],
    [7, nodes],
  ]);
}

const readsNoFiles = "onnxruntime-web mounts no files of this machine";
const list: readonly (readonly [name: string, model: () => Uint8Array, noControl: string])[] = [
  [
    "ONNX: external data in ../",
    () => modelBytes({ initializers: [external("../truth.parquet")] }),
    readsNoFiles,
  ],
  [
    "ONNX: external data by absolute path",
    () => modelBytes({ initializers: [external("/etc/passwd")] }),
    readsNoFiles,
  ],
  [
    "ONNX: external data in a hard-linked neighbour",
    () => modelBytes({ initializers: [external("neighbour")] }),
    readsNoFiles,
  ],
  ["ONNX: an endless Loop", () => modelBytes({ nodes: [loop] }), "would never end"],
  [
    "ONNX: 8 GB of constants",
    () =>
      modelBytes({
        initializers: [integers("s", [2 ** 31])],
        nodes: [node("ConstantOfShape", ["s"], ["y"])],
      }),
    "would fill this machine's memory",
  ],
  [
    "ONNX: custom operators",
    () =>
      modelBytes({
        opsets: [
          ["", 17],
          ["com.evil", 1],
        ],
        nodes: [node("Evil", ["x"], ["y"], [[7, "com.evil"]])],
      }),
    "would need a library of the attacker's",
  ],
  ["ONNX: a protobuf of 16 million nodes", countlessNodes, "would fill this machine's memory"],
  [
    "ONNX: NaN in weights",
    () => modelBytes({ initializers: [floats("w", [NaN])] }),
    "harms nobody but its own score",
  ],
];

export const attacks: readonly Attack[] = list.map(([name, model, noControl]) => ({
  name,
  attempt: (arena) => attempt(arena, model()),
  control: noControl,
}));

/** Blocked only where the check refused it: not where the runtime, a limit or the scorer did. */
async function attempt({ isolation }: Arena, model: Uint8Array): Promise<Attempt> {
  const context = { isolation, limits, signal: undefined, round: 1 as const, printed: [], timings: [] };
  try {
    await runModel({ kind: "model", digest: "", model }, bundle, "validation", context);
    return { ran: true, succeeded: true, seen: "was run" };
  } catch (error) {
    if (!isBraidynError(error)) throw error;
    const { code } = error;
    return {
      ran: code !== "RUN_NOT_STARTED",
      succeeded: !code.startsWith("ONNX_") || code === "ONNX_RUN",
      seen: code,
    };
  }
}
