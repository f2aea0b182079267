import type { LessonData } from "./contract.ts";
import { loadCheck } from "./find-lessons.ts";
import { judgeAnswer, type PartResult } from "./judge.ts";
import type { Lesson } from "./lesson.ts";
import type { Failure } from "./failure.ts";
import { runProgram, type RunOptions } from "./run-program.ts";
import { isRecord, type Value } from "./value.ts";

/** What came of a program on one set of data. */
export interface Evaluation {
  readonly passed: boolean;
  /** Why there is no answer; null where there is one. */
  readonly failure: Failure | null;
  /** What came of each name of the answer. */
  readonly parts: readonly PartResult[];
  readonly answer: Readonly<Record<string, Value>>;
  readonly printed: string;
}

/** Runs a program on a lesson's data and judges its answer. */
export async function evaluate(
  lesson: Lesson,
  data: LessonData,
  options: Omit<RunOptions, "given">,
): Promise<Evaluation> {
  const { answer, failure, printed } = await runProgram({ ...options, given: data.given });
  if (failure !== null) return { passed: false, failure, parts: [], answer: {}, printed };
  const given = isRecord(answer) ? answer : onlyName(lesson, answer);
  const { expectations } = await loadCheck(lesson);
  const parts = await judgeAnswer(given, await expectations(data));
  return {
    passed: parts.every(({ difference }) => difference === null),
    failure,
    parts,
    answer: given,
    printed,
  };
}

/** An answer without names is the only one, where there is only one; else it has no name that is asked for. */
function onlyName({ definition }: Lesson, answer: Value): Record<string, Value> {
  const [name, ...others] = Object.keys(definition.answer);
  return name !== undefined && others.length === 0 ? { [name]: answer } : {};
}
