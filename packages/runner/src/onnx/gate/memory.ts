import { gateLimits } from "./limits.ts";
import type { GraphNode } from "./node.ts";
import { Refused } from "./problem.ts";
import type { Tensor } from "./tensor.ts";

/** Which input of an operator says how much it makes, where that stands in the model. */
const shapeInput: Readonly<Record<string, number>> = {
  ...{ ConstantOfShape: 0, Expand: 1, Tile: 1, Pad: 1, OneHot: 1, Reshape: 1, Resize: 3 },
  ...{ HannWindow: 0, HammingWindow: 0, BlackmanWindow: 0 },
};

/**
 * Refuses nodes that would make values without end out of a shape that the model itself holds. Shapes computed while the
 * model runs are left to the sandbox's memory limit.
 *
 * @param constants initializers and the values of `Constant` nodes, by name.
 * @throws Refused `ONNX_MEMORY`.
 */
export function checkMemory(nodes: readonly GraphNode[], constants: ReadonlyMap<string, Tensor>): void {
  let all = 0;
  for (const node of nodes) {
    const made = madeValues(node, constants);
    all += made;
    const [elements, limit] =
      made > gateLimits.madeValues ? [made, gateLimits.madeValues] : [all, gateLimits.allMadeValues];
    if (elements > limit) {
      throw new Refused("ONNX_MEMORY", { operator: node.operator, node: node.name, elements, limit });
    }
  }
}

function madeValues({ operator, inputs }: GraphNode, constants: ReadonlyMap<string, Tensor>): number {
  const integers = (input: number) => constants.get(inputs[input] ?? "")?.integers ?? null;
  if (operator === "Range") return rangeLength([integers(0)?.[0], integers(1)?.[0], integers(2)?.[0]]);
  const at = shapeInput[operator];
  if (at === undefined) return 0;
  const sizes = integers(at) ?? [];
  // pads add to a shape, the others multiply
  if (operator === "Pad") return sizes.reduce((most, pad) => Math.max(most, pad), 0);
  return sizes.reduce((product, size) => product * Math.max(1, size), 1);
}

function rangeLength([start, end, step]: readonly (number | undefined)[]): number {
  if (start === undefined || end === undefined || step === undefined) return 0;
  // a step of 0 never ends
  return step === 0 ? Infinity : Math.max(0, Math.ceil((end - start) / step));
}
