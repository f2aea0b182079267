/**
 * An option that takes two numbers, as yargs must be told of it. As numbers it would add a second value of 1 to the
 * first (`--time 0 1` would become 1): its parser takes 1 for the increment of a counter.
 */
export const numberPairOption = { type: "string", nargs: 2 } as const;

/** The two numbers given, NaN for what is none; `undefined` where the option was not given. */
export function numberPair(given: unknown): readonly [number, number] | undefined {
  if (given === undefined) return undefined;
  const [first, second] = (Array.isArray(given) ? given : [given]).map((text) =>
    String(text).trim() === "" ? NaN : Number(text),
  );
  return [first ?? NaN, second ?? NaN];
}
