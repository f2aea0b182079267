import { correlation, isNoAccident } from "../leak/association.ts";

/** A fact about sessions that an input value follows. */
export interface CarriedFact {
  readonly fact: string;
  /** Which value of a row's input, counted through its axes. */
  readonly value: number;
  /** Size of the correlation over sessions. */
  readonly r: number;
}

/** Sessions below which nothing is said. */
const needed = 6;
/** An input that holds a fact follows it this closely; one that has to do with it does not. */
const carried = 0.98;

/**
 * Facts about sessions (the room's air, the day, how often something happened) that stand in the input: the mean of one
 * of its values over a session follows them.
 *
 * @param means the mean of every input value over the rows of each session.
 * @param facts one number a session for every fact.
 */
export function carriedFacts(
  means: readonly Float64Array[],
  facts: Readonly<Record<string, readonly number[]>>,
): CarriedFact[] {
  const values = means[0]?.length ?? 0;
  if (means.length < needed) return [];
  const tests = values * Object.keys(facts).length;
  return Object.entries(facts).flatMap(([fact, column]) => {
    let best = { fact, value: -1, r: 0 };
    for (let value = 0; value < values; value++) {
      const found = correlation(
        means.map((own) => own[value] as number),
        column,
      );
      const r = Math.abs(found.r);
      if (r > carried && r > best.r && isNoAccident(found, tests)) best = { fact, value, r };
    }
    return best.value < 0 ? [] : [best];
  });
}

/** Mean of every value of a row's input over some rows. */
export function meanInput(input: ArrayLike<number>, values: number, rows: ArrayLike<number>): Float64Array {
  const means = new Float64Array(values);
  for (let k = 0; k < rows.length; k++) {
    const start = (rows[k] as number) * values;
    for (let value = 0; value < values; value++)
      means[value]! += (input[start + value] as number) / rows.length;
  }
  return means;
}
