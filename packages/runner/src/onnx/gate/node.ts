import { broken, eachField, once, type Field } from "./message.ts";
import { gateLimits } from "./limits.ts";
import { findNotFinite } from "./not-finite.ts";
import { domainOf, isAllowed, type Domain } from "./operators.ts";
import { Refused, shownName } from "./problem.ts";
import { readTensor, type Tensor } from "./tensor.ts";

/** A node whose operator may be used. */
export interface GraphNode {
  readonly name: string;
  readonly domain: Domain;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Of `Constant` and `ConstantOfShape`. */
  readonly value: Tensor | null;
}

/** Fields of `NodeProto` and `AttributeProto`. Source: onnx.proto. */
const nodeField = { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7, overload: 8 };
const attributeField = { name: 1, number: 2, tensor: 5, graph: 6, numbers: 7, tensors: 10, graphs: 11 };
const sparse = [22, 23];
const referenced = 21;

/** Checks one node and its attributes. @throws Refused */
export function readNode(message: Uint8Array, index: number): GraphNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: Uint8Array[] = [];
  let [name, operator, domain] = ["", "", ""];
  eachField(message, (found) => {
    if (found.number === nodeField.input) inputs.push(found.text());
    else if (found.number === nodeField.output) outputs.push(found.text());
    else if (found.number === nodeField.name) name = found.text();
    else if (found.number === nodeField.operator) operator = found.text();
    else if (found.number === nodeField.domain) domain = found.text();
    else if (found.number === nodeField.overload && found.text() !== "") {
      throw new Refused("ONNX_FUNCTIONS", { found: "overload" });
    } else if (found.number === nodeField.attribute) attributes.push(found.bytes());
    if (inputs.length > gateLimits.ends || outputs.length > gateLimits.ends)
      throw tooMany("inputs", gateLimits.ends);
    if (attributes.length > gateLimits.attributes) throw tooMany("attributes", gateLimits.attributes);
  });
  const known = domainOf(domain);
  if (known === null) throw new Refused("ONNX_DOMAIN", { domain: shownName(domain) });
  const shown = shownName(name || String(index + 1));
  if (!isAllowed(known, operator)) {
    throw new Refused("ONNX_OPERATOR", { operator: shownName(operator), node: shown });
  }
  const tensors = attributes.flatMap((attribute) => readAttribute(attribute, operator));
  return { name: shown, domain: known, operator, inputs, outputs, value: tensors[0] ?? null };
}

export function tooMany(what: string, limit: number): Refused {
  return new Refused("ONNX_NODES", { what, limit });
}

/** The tensors of an attribute, checked; numbers must be finite, graphs and what refers to a function are refused. */
function readAttribute(message: Uint8Array, operator: string): Tensor[] {
  const tensors: Tensor[] = [];
  const seen = new Set<number>();
  let name = "";
  eachField(message, (found) => {
    const { number } = found;
    if (number === attributeField.name) name = found.text();
    else if (number === attributeField.graph || number === attributeField.graphs) {
      throw new Refused("ONNX_SUBGRAPH", { operator });
    } else if (sparse.includes(number))
      throw new Refused("ONNX_SPARSE", { name: shownName(`${operator}.${name}`) });
    else if (number === referenced && found.text() !== "")
      throw new Refused("ONNX_FUNCTIONS", { found: "attribute" });
    else if (number === attributeField.tensor) {
      once(seen, number);
      tensors.push(readTensor(found.bytes(), `${operator}.${name}`));
    } else if (number === attributeField.tensors) {
      if (tensors.length >= gateLimits.attributes) throw tooMany("tensors", gateLimits.attributes);
      tensors.push(readTensor(found.bytes(), `${operator}.${name}`));
    } else if (number === attributeField.number || number === attributeField.numbers) {
      checkNumbers(found, `${operator}.${name}`);
    }
  });
  return tensors;
}

/** Coefficients of scikit-learn's models are attributes: one by one as proto2 writes lists, or packed. */
function checkNumbers(found: Field, name: string): void {
  const bytes = found.wire === 5 ? found.fixed32() : found.bytes();
  if (bytes.length % 4 !== 0) throw broken("floats");
  const odd = findNotFinite(bytes, 1);
  if (odd !== null) throw new Refused("ONNX_NOT_FINITE", { name: shownName(name), found: odd });
}
