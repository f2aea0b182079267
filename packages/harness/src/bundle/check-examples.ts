import { BraidynError } from "@braidyn/core";
import type { Examples } from "../challenge/contract.ts";
import type { ChallengeDefinition } from "../challenge/definition.ts";

/**
 * Holds what `examples()` gave against the definition: lengths, axis sizes, truth columns and their values.
 *
 * @param inputShape the shape that earlier sessions gave, if any.
 * @throws BraidynError `CHALLENGE_EXAMPLES`.
 */
export function checkExamples(
  definition: ChallengeDefinition,
  session: string,
  examples: Examples,
  inputShape: readonly number[] | null,
): void {
  const problem =
    shapeProblem(definition, examples, inputShape) ??
    truthProblem(definition, examples) ??
    referenceProblem(definition, examples);
  if (problem === null) return;
  throw new BraidynError("CHALLENGE_EXAMPLES", { challenge: definition.id, session, reason: problem });
}

function shapeProblem(
  definition: ChallengeDefinition,
  { count, inputShape: shape, input, time }: Examples,
  earlier: readonly number[] | null,
): string | null {
  const axes = definition.input.shape;
  const fits =
    axes.length === shape.length && axes.every(({ size }, i) => size === undefined || size === shape[i]);
  if (!fits) return `inputShape [${shape.join(", ")}] != [${axes.map((a) => a.size ?? a.axis).join(", ")}]`;
  if (earlier !== null && earlier.join() !== shape.join()) {
    return `inputShape [${shape.join(", ")}] != [${earlier.join(", ")}]`;
  }
  const values = shape.reduce((product, size) => product * size, count);
  if (input.length !== values) return `input.length ${input.length} != ${values}`;
  return time.length === count ? null : `time.length ${time.length} != ${count}`;
}

function truthProblem(definition: ChallengeDefinition, { count, truth }: Examples): string | null {
  const expected = Object.keys(definition.truth);
  const extra = Object.keys(truth).find((column) => !expected.includes(column));
  if (extra !== undefined) return `truth.${extra} is not in challenge.yaml`;
  for (const column of expected) {
    const values = truth[column];
    if (values?.length !== count) return `truth.${column}.length ${values?.length ?? 0} != ${count}`;
    const binary = definition.truth[column]?.type === "binary";
    const fits = (value: number) => (binary ? value === 0 || value === 1 : Number.isFinite(value));
    const wrong = values.find((value) => !fits(value) && !(expected.length > 1 && Number.isNaN(value)));
    if (wrong !== undefined) return `truth.${column} = ${wrong}`;
  }
  return emptyRowProblem(expected, count, truth);
}

function emptyRowProblem(columns: readonly string[], count: number, truth: Examples["truth"]): string | null {
  for (let row = 0; row < count; row++) {
    if (columns.every((column) => Number.isNaN(truth[column]?.[row]))) return `truth[${row}] = NaN, NaN ...`;
  }
  return null;
}

function referenceProblem(
  { truth }: ChallengeDefinition,
  { count, reference = {} }: Examples,
): string | null {
  const declared = Object.keys(truth).filter((column) => truth[column]?.reference !== undefined);
  const extra = Object.keys(reference).find((column) => !declared.includes(column));
  if (extra !== undefined) return `reference.${extra} is not in challenge.yaml`;
  for (const column of declared) {
    const values = reference[column];
    if (values?.length !== count) return `reference.${column}.length ${values?.length ?? 0} != ${count}`;
    const wrong = values.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) return `reference.${column} = ${wrong}`;
  }
  return null;
}
