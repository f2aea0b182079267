import type { BraidynError } from "@braidyn/core";
import type { Expectation, Fault } from "./contract.ts";
import { differenceOf, type Difference } from "./compare.ts";
import type { Value } from "./value.ts";

/** What came of one name of the answer. */
export interface PartResult {
  readonly name: string;
  /** What is wrong with it; null where it is right. */
  readonly difference: Difference | null;
  /** The mistake that gives just this; null for one without a name. */
  readonly mistake: string | null;
  /** What a part of the kit said of it. */
  readonly error?: BraidynError;
}

/** Holds an answer to what is expected of each of its names. */
export async function judgeAnswer(
  answer: Readonly<Record<string, Value>>,
  expectations: Readonly<Record<string, Expectation>>,
): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const [name, expectation] of Object.entries(expectations)) {
    const found = Object.hasOwn(answer, name) ? answer[name] : undefined;
    const judged =
      "judge" in expectation ? await judge(found, expectation, answer) : compare(found, expectation);
    results.push({ name, ...judged });
  }
  return results;
}

type Judgement = Omit<PartResult, "name">;

function compare(
  found: Value | undefined,
  { value, within = 1e-6, mistakes = {} }: Extract<Expectation, { value: Value }>,
): Judgement {
  const difference = differenceOf(found, value, within);
  if (difference === null) return { difference, mistake: null };
  const made = Object.entries(mistakes).find(
    ([, mistaken]) =>
      differenceOf(mistaken, value, within) !== null && differenceOf(found, mistaken, within) === null,
  );
  return { difference, mistake: made?.[0] ?? null };
}

async function judge(
  found: Value | undefined,
  { like, judge: judgeIt }: Extract<Expectation, { like: Value }>,
  answer: Readonly<Record<string, Value>>,
): Promise<Judgement> {
  const difference = kindDifference(found, like);
  if (difference !== null) return { difference, mistake: null };
  const fault: Fault | null = await judgeIt(found as Value, answer);
  if (fault === null) return { difference: null, mistake: null };
  return {
    difference: { kind: "value", at: "", found: fault.found, expected: fault.expected },
    mistake: fault.mistake,
    ...(fault.error && { error: fault.error }),
  };
}

/** Whether a value is of the kind of `like`; of a list, whether all its values are of the first one's. */
function kindDifference(found: Value | undefined, like: Value): Difference | null {
  const difference = differenceOf(found, like, Infinity);
  if (difference !== null && ["todo", "kind", "nan"].includes(difference.kind)) return difference;
  if (!Array.isArray(found) || !Array.isArray(like)) return null;
  const [first] = like as readonly Value[];
  const list = found as readonly Value[];
  for (const [i, value] of list.entries()) {
    const wrong = differenceOf(value, first as Value, Infinity, `[${i}]`);
    if (wrong !== null && ["todo", "kind", "nan"].includes(wrong.kind)) return wrong;
  }
  return null;
}
