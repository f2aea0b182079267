import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { eachField, type Field } from "../gate/message.ts";

const modelGraph = 7;
const graphNode = 1;
const graphOutput = 12;
const float32 = 1;

interface ZipMap {
  readonly input: string;
  readonly output: string;
}

/**
 * A model with `ZipMap` taken out: skl2onnx adds it to turn a classifier's probabilities into a list of dictionaries, which
 * is no tensor. What it was given becomes the output instead, under its own name.
 */
export function withoutZipMap(model: Uint8Array): Uint8Array {
  const writer = new BinaryWriter();
  let changed = false;
  eachField(model, (field) => {
    if (field.number !== modelGraph) return copy(writer, field);
    const graph = field.bytes();
    const zipMaps = findZipMaps(graph);
    changed ||= zipMaps.length > 0;
    writer
      .tag(modelGraph, WireType.LengthDelimited)
      .bytes(zipMaps.length > 0 ? rewrite(graph, zipMaps) : graph);
  });
  return changed ? writer.finish() : model;
}

function findZipMaps(graph: Uint8Array): ZipMap[] {
  const found: ZipMap[] = [];
  eachField(graph, (field) => {
    if (field.number !== graphNode) return;
    const { operator, input, output } = readEnds(field.bytes());
    if (operator === "ZipMap") found.push({ input, output });
  });
  return found;
}

function readEnds(node: Uint8Array): { operator: string; input: string; output: string } {
  let [operator, input, output] = ["", "", ""];
  eachField(node, (field) => {
    if (field.number === 1) input = field.text();
    else if (field.number === 2) output = field.text();
    else if (field.number === 4) operator = field.text();
  });
  return { operator, input, output };
}

function rewrite(graph: Uint8Array, zipMaps: readonly ZipMap[]): Uint8Array {
  const writer = new BinaryWriter();
  eachField(graph, (field) => {
    if (field.number !== graphNode && field.number !== graphOutput) return copy(writer, field);
    const message = field.bytes();
    if (field.number === graphNode && readEnds(message).operator === "ZipMap") return;
    const replaced =
      field.number === graphOutput ? zipMaps.find(({ output }) => output === nameOf(message)) : undefined;
    const kept = replaced === undefined ? message : tensorOutput(replaced.input);
    writer.tag(field.number, WireType.LengthDelimited).bytes(kept);
  });
  return writer.finish();
}

/** `ValueInfoProto`: a float32 tensor of any shape. Source: onnx.proto. */
function tensorOutput(name: string): Uint8Array {
  const tensorType = new BinaryWriter().tag(1, WireType.Varint).int32(float32).finish();
  const type = new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(tensorType).finish();
  return new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .string(name)
    .tag(2, WireType.LengthDelimited)
    .bytes(type)
    .finish();
}

function nameOf(valueInfo: Uint8Array): string {
  let name = "";
  eachField(valueInfo, (field) => {
    if (field.number === 1) name = field.text();
  });
  return name;
}

function copy(writer: BinaryWriter, field: Field): void {
  writer.tag(field.number, field.wire);
  if (field.wire === WireType.LengthDelimited) writer.bytes(field.bytes());
  else writer.raw(field.raw());
}
