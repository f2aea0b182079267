import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkModel } from "@braidyn/runner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { floats, integers, message, modelBytes, node, raw, type ModelParts } from "../support/onnx-bytes.ts";

const folder = join(import.meta.dirname, "models");
const exported = readdirSync(folder).filter((name) => name.endsWith(".onnx"));

test.each(exported)("%s may be loaded", (name) => {
  expect(checkModel(readFileSync(join(folder, name)))).toBeNull();
});

test("a model made by hand may be loaded", () => {
  expect(checkModel(modelBytes())).toBeNull();
});

const attribute = (name: string, field: number, value: Uint8Array | string | number) =>
  [
    5,
    message([
      [1, name],
      [field, value],
    ]),
  ] as const;
const tensor = (fields: Parameters<typeof message>[0]) => message([[1, 2], [2, 1], [8, "w"], ...fields]);
const graph = message([[1, node("Identity", ["a"], ["b"])]]);
const two = raw(Float32Array.of(1, 2));

describe("what could harm is refused by its code", () => {
  test.each<[string, ModelParts, string]>([
    [
      "a neighbour's file",
      {
        initializers: [
          tensor([
            [
              13,
              message([
                [1, "location"],
                [2, "../secret"],
              ]),
            ],
          ]),
        ],
      },
      "ONNX_EXTERNAL",
    ],
    [
      "an absolute file",
      {
        initializers: [
          tensor([
            [
              13,
              message([
                [1, "location"],
                [2, "/etc/passwd"],
              ]),
            ],
            [14, 1],
          ]),
        ],
      },
      "ONNX_EXTERNAL",
    ],
    ["a place elsewhere without a file", { initializers: [tensor([[14, 1]])] }, "ONNX_EXTERNAL"],
    [
      "another file in an attribute",
      { nodes: [node("Constant", [], ["y"], [attribute("value", 5, tensor([[14, 1]]))])] },
      "ONNX_EXTERNAL",
    ],
    ["Loop", { nodes: [node("Loop", ["n", "c"], ["y"], [attribute("body", 6, graph)])] }, "ONNX_OPERATOR"],
    ["If", { nodes: [node("If", ["c"], ["y"], [attribute("then_branch", 6, graph)])] }, "ONNX_OPERATOR"],
    ["Scan", { nodes: [node("Scan", ["c"], ["y"])] }, "ONNX_OPERATOR"],
    [
      "a graph in a harmless operator",
      { nodes: [node("Identity", ["x"], ["y"], [attribute("body", 6, graph)])] },
      "ONNX_SUBGRAPH",
    ],
    [
      "several graphs",
      { nodes: [node("Identity", ["x"], ["y"], [attribute("bodies", 11, graph)])] },
      "ONNX_SUBGRAPH",
    ],
    ["RandomNormal", { nodes: [node("RandomNormal", [], ["y"])] }, "ONNX_OPERATOR"],
    ["RandomUniformLike", { nodes: [node("RandomUniformLike", ["x"], ["y"])] }, "ONNX_OPERATOR"],
    ["Multinomial", { nodes: [node("Multinomial", ["x"], ["y"])] }, "ONNX_OPERATOR"],
    ["Dropout", { nodes: [node("Dropout", ["x"], ["y"])] }, "ONNX_OPERATOR"],
    ["a sequence", { nodes: [node("SequenceEmpty", [], ["y"])] }, "ONNX_OPERATOR"],
    ["no operator", { nodes: [node("", ["x"], ["y"])] }, "ONNX_OPERATOR"],
    ["an operator of the wrong domain", { nodes: [node("Scaler", ["x"], ["y"])] }, "ONNX_OPERATOR"],
    ["an operator of its own", { nodes: [node("Evil", ["x"], ["y"], [[7, "com.evil"]])] }, "ONNX_DOMAIN"],
    [
      "a domain of its own",
      {
        opsets: [
          ["", 17],
          ["com.microsoft", 1],
        ],
      },
      "ONNX_DOMAIN",
    ],
    ["functions", { model: [[25, message([[1, "f"]])]] }, "ONNX_FUNCTIONS"],
    ["training", { model: [[20, message([])]] }, "ONNX_FUNCTIONS"],
    ["opset 10", { opsets: [["", 10]] }, "ONNX_VERSION"],
    ["opset 23", { opsets: [["", 23]] }, "ONNX_VERSION"],
    ["no opset", { opsets: [] }, "ONNX_PROTOBUF"],
    [
      "two opsets",
      {
        opsets: [
          ["", 17],
          ["ai.onnx", 11],
        ],
      },
      "ONNX_PROTOBUF",
    ],
    ["an IR of tomorrow", { ir: 99 }, "ONNX_VERSION"],
    ["an IR below 0", { ir: -1 }, "ONNX_VERSION"],
    ["a sparse initializer", { graph: [[15, message([])]] }, "ONNX_SPARSE"],
    [
      "a sparse attribute",
      { nodes: [node("Constant", [], ["y"], [attribute("sparse_value", 22, message([]))])] },
      "ONNX_SPARSE",
    ],
    ["NaN in weights", { initializers: [floats("w", [1, NaN])] }, "ONNX_NOT_FINITE"],
    ["infinity in weights", { initializers: [floats("w", [1, -Infinity])] }, "ONNX_NOT_FINITE"],
    [
      "NaN in packed floats",
      {
        initializers: [
          message([
            [1, 1],
            [2, 1],
            [4, raw(Float32Array.of(NaN))],
          ]),
        ],
      },
      "ONNX_NOT_FINITE",
    ],
    [
      "NaN in half floats",
      {
        initializers: [
          message([
            [1, 1],
            [2, 10],
            [9, raw(Uint16Array.of(0x7e00))],
          ]),
        ],
      },
      "ONNX_NOT_FINITE",
    ],
    [
      "NaN in doubles",
      {
        initializers: [
          message([
            [1, 1],
            [2, 11],
            [9, raw(Float64Array.of(NaN))],
          ]),
        ],
      },
      "ONNX_NOT_FINITE",
    ],
    [
      "NaN in a list of an attribute",
      {
        nodes: [
          node("Scaler", ["x"], ["y"], [[7, "ai.onnx.ml"], attribute("scale", 7, raw(Float32Array.of(NaN)))]),
        ],
        opsets: [
          ["", 17],
          ["ai.onnx.ml", 1],
        ],
      },
      "ONNX_NOT_FINITE",
    ],
    [
      "too few bytes",
      {
        initializers: [
          message([
            [1, 3],
            [2, 1],
            [9, two],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "too many bytes",
      {
        initializers: [
          message([
            [1, 1],
            [2, 1],
            [9, two],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "no bytes",
      {
        initializers: [
          message([
            [1, 3],
            [2, 1],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "bytes twice",
      {
        initializers: [
          message([
            [1, 2],
            [2, 1],
            [9, two],
            [4, two],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "a size below 0",
      {
        initializers: [
          message([
            [1, -2],
            [2, 1],
            [9, two],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "an overflowing shape",
      {
        initializers: [
          message([
            [1, 2 ** 40],
            [1, 2 ** 40],
            [2, 1],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "strings",
      {
        initializers: [
          message([
            [1, 1],
            [2, 8],
            [6, "a"],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "an unknown type",
      {
        initializers: [
          message([
            [1, 0],
            [2, 99],
          ]),
        ],
      },
      "ONNX_TENSOR",
    ],
    [
      "8 GB of constants",
      { initializers: [integers("s", [2 ** 31])], nodes: [node("ConstantOfShape", ["s"], ["y"])] },
      "ONNX_MEMORY",
    ],
    [
      "8 GB by several",
      {
        initializers: [integers("s", [2 ** 23])],
        nodes: Array.from({ length: 20 }, (_, i) => node("ConstantOfShape", ["s"], [`y${i}`])),
      },
      "ONNX_MEMORY",
    ],
    [
      "Expand",
      { initializers: [integers("s", [1 << 20, 1 << 12])], nodes: [node("Expand", ["x", "s"], ["y"])] },
      "ONNX_MEMORY",
    ],
    [
      "Tile",
      { initializers: [integers("s", [1 << 20, 1 << 12, 1])], nodes: [node("Tile", ["x", "s"], ["y"])] },
      "ONNX_MEMORY",
    ],
    [
      "Range",
      {
        initializers: ["a", "b", "c"].map((name, i) =>
          message([
            [2, 7],
            [8, name],
            [9, raw(BigInt64Array.of([0n, 2n ** 40n, 1n][i]!))],
          ]),
        ),
        nodes: [node("Range", ["a", "b", "c"], ["y"])],
      },
      "ONNX_MEMORY",
    ],
    [
      "Pad",
      { initializers: [integers("s", [0, 0, 0, 2 ** 33])], nodes: [node("Pad", ["x", "s"], ["y"])] },
      "ONNX_MEMORY",
    ],
    [
      "a shape from a Constant",
      {
        nodes: [
          node("Constant", [], ["s"], [attribute("value", 5, integers("", [2 ** 31]))]),
          node("ConstantOfShape", ["s"], ["y"]),
        ],
      },
      "ONNX_MEMORY",
    ],
    [
      "two tensors of one name",
      {
        initializers: [integers("s", [1]), integers("s", [2 ** 31])],
        nodes: [node("ConstantOfShape", ["s"], ["y"])],
      },
      "ONNX_TENSOR",
    ],
    [
      "5,001 nodes",
      { nodes: Array.from({ length: 5001 }, () => node("Identity", ["x"], ["y"])) },
      "ONNX_NODES",
    ],
    ["a second graph", { model: [[7, message([[1, node("Loop", [], [])]])]] }, "ONNX_PROTOBUF"],
    ["no nodes", { nodes: [] }, "ONNX_PROTOBUF"],
    ["a name of a megabyte", { nodes: [node("Identity", ["x".repeat(1 << 20)], ["y"])] }, "ONNX_PROTOBUF"],
  ])("%s", (_, parts, code) => {
    expect(checkModel(modelBytes(parts))?.code).toBe(code);
  });

  test("an empty file, and one of 64 MB and a byte", () => {
    expect(checkModel(new Uint8Array())?.code).toBe("ONNX_PROTOBUF");
    expect(checkModel(new Uint8Array(64 * 2 ** 20 + 1))?.code).toBe("ONNX_SIZE");
  });

  test("16 million nodes: the walk stops at the first too many", () => {
    // an empty node is two bytes
    const nodes = new Uint8Array(32 * 2 ** 20);
    for (let i = 0; i < nodes.length; i += 2) nodes[i] = 0x0a;
    const empty = message([
      [1, 8],
      [8, message([[2, 17]])],
      [7, nodes],
    ]);
    expect(checkModel(empty)?.code).toBe("ONNX_OPERATOR");
    const identity = node("Identity", ["x"], ["y"]);
    const one = message([[1, identity]]);
    const many = new Uint8Array(one.length * 1_000_000);
    for (let i = 0; i < 1_000_000; i++) many.set(one, i * one.length);
    expect(
      checkModel(
        message([
          [1, 8],
          [8, message([[2, 17]])],
          [7, many],
        ]),
      ),
    ).toMatchObject({ code: "ONNX_NODES" });
  });

  test("a message inside of a message inside of a message, without end", () => {
    let deep: Uint8Array = new Uint8Array();
    for (let i = 0; i < 2000; i++) deep = message([[6, deep]]);
    const nodes = [node("Identity", ["x"], ["y"], [attribute("body", 6, deep)])];
    expect(checkModel(modelBytes({ nodes }))?.code).toBe("ONNX_SUBGRAPH");
  });
});

test("whatever is cut off or changed is refused or accepted, never a crash", () => {
  const model = readFileSync(join(folder, "torch-recurrent.onnx"));
  fc.assert(
    fc.property(fc.nat(model.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
      const changed = Uint8Array.from(cut ? model.subarray(0, at) : model);
      if (!cut) changed[at] = value;
      const problem = checkModel(changed);
      expect(problem === null || problem.code.startsWith("ONNX_")).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
