import type { Lesson, Simulation } from "./lesson.ts";

/** Raised when the simulator or a `prepare.ts` changes, so that learners' old data are made anew. */
export const recipeVersion = 1;

/** The learner's data, or others of the same kind on which an answer must be right, too. */
export type WhichData = "given" | "other";

/** What a lesson's data are made of. */
export interface Recipe {
  readonly seed: number;
  readonly simulate: readonly Simulation[];
  readonly gives: string | undefined;
}

/** Other data are of other mice, a day later and shorter: no number of the given ones is theirs. */
export function recipeOf({ definition }: Lesson, which: WhichData): Recipe {
  const { simulate, gives } = definition.data;
  if (which === "given") return { seed: 1, simulate, gives };
  const other = simulate.map((given) => ({
    ...given,
    mice: given.mice.map((mouse) => mouse + 7),
    days: given.days.map((day) => (given.type === "task" ? day + 1 : day)),
    minutes: 0.9 * given.minutes,
  }));
  return { seed: 2, simulate: other, gives };
}
