import { broken, eachField, once } from "./message.ts";
import { gateLimits } from "./limits.ts";
import { checkMemory } from "./memory.ts";
import { readNode, tooMany, type GraphNode } from "./node.ts";
import { domainOf } from "./operators.ts";
import { Refused, shownName, type GateProblem } from "./problem.ts";
import { readTensor, type Tensor } from "./tensor.ts";

/** Fields of `ModelProto` and `GraphProto`. Source: onnx.proto. */
const modelField = { ir: 1, graph: 7, opset: 8, training: 20, functions: 25 };
const graphField = { node: 1, initializer: 5, input: 11, output: 12, quantization: 14, sparse: 15 };

/** What the checks found out about a model that may be loaded. */
export interface CheckedModel {
  readonly nodes: readonly GraphNode[];
}

/**
 * Checks a `model.onnx` before any runtime sees it. One pass over the bytes, which stops at the first fault; what is kept
 * is bounded by the limits, whatever the file claims.
 *
 * @returns why it is refused; null where it may be loaded.
 */
export function checkModel(model: Uint8Array): GateProblem | null {
  try {
    readModel(model);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

/** As {@link checkModel}. @throws Refused */
export function readModel(model: Uint8Array): CheckedModel {
  if (model.length === 0) throw broken("0 bytes");
  if (model.length > gateLimits.bytes) {
    throw new Refused("ONNX_SIZE", { found: model.length, limit: gateLimits.bytes });
  }
  const seen = new Set<number>();
  const opsets = new Map<string, number>();
  let ir = 0;
  let graph: Uint8Array | null = null;
  eachField(model, (field) => {
    if (field.number === modelField.ir) ir = field.integer();
    else if (field.number === modelField.opset) readOpset(field.bytes(), opsets);
    else if (field.number === modelField.functions)
      throw new Refused("ONNX_FUNCTIONS", { found: "functions" });
    else if (field.number === modelField.training)
      throw new Refused("ONNX_FUNCTIONS", { found: "training_info" });
    else if (field.number === modelField.graph) {
      once(seen, field.number);
      graph = field.bytes();
    }
  });
  checkVersions(ir, opsets);
  if (graph === null) throw broken("no graph");
  return { nodes: readGraph(graph) };
}

function readOpset(message: Uint8Array, opsets: Map<string, number>): void {
  let [domain, version] = ["", 0];
  eachField(message, (field) => {
    if (field.number === 1) domain = field.text();
    else if (field.number === 2) version = field.integer();
  });
  const known = domainOf(domain);
  if (known === null) throw new Refused("ONNX_DOMAIN", { domain: shownName(domain) });
  if (opsets.has(known) && opsets.get(known) !== version) throw broken(`two opsets of ${known}`);
  opsets.set(known, version);
}

function checkVersions(ir: number, opsets: ReadonlyMap<string, number>): void {
  const standard = opsets.has("ai.onnx.ml") ? gateLimits.opsetBesideMl : gateLimits.opset;
  within("ir_version", ir, gateLimits.ir);
  if (opsets.size === 0) throw broken("no opset");
  for (const [domain, version] of opsets) {
    within(`opset (${domain})`, version, domain === "ai.onnx" ? standard : gateLimits.mlOpset);
  }
}

function within(what: string, found: number, [least, most]: readonly [number, number]): void {
  if (found >= least && found <= most) return;
  throw new Refused("ONNX_VERSION", { what, found: String(found), expected: `${least}-${most}` });
}

function readGraph(graph: Uint8Array): GraphNode[] {
  const nodes: GraphNode[] = [];
  const constants = new Map<string, Tensor>();
  let initializers = 0;
  let values = 0;
  eachField(graph, (field) => {
    if (field.number === graphField.node) {
      if (nodes.length >= gateLimits.nodes) throw tooMany("nodes", gateLimits.nodes);
      nodes.push(readNode(field.bytes(), nodes.length));
    } else if (field.number === graphField.initializer) {
      if (++initializers > gateLimits.initializers) throw tooMany("initializers", gateLimits.initializers);
      const tensor = readTensor(field.bytes());
      addConstant(constants, tensor.name, tensor);
    } else if (field.number === graphField.sparse) throw new Refused("ONNX_SPARSE", { name: "initializer" });
    else if (field.number === graphField.input || field.number === graphField.output) {
      if (++values > gateLimits.values) throw tooMany("inputs", gateLimits.values);
    }
  });
  if (nodes.length === 0) throw broken("no nodes");
  for (const { operator, outputs, value } of nodes) {
    if (operator === "Constant" && value !== null && outputs[0] !== undefined) {
      addConstant(constants, outputs[0], value);
    }
  }
  checkMemory(nodes, constants);
  return nodes;
}

/** Of two under one name, the runtime could take the one that was not looked at. */
function addConstant(constants: Map<string, Tensor>, name: string, tensor: Tensor): void {
  if (constants.has(name)) throw new Refused("ONNX_TENSOR", { name: shownName(name), reason: "name twice" });
  constants.set(name, tensor);
}
