import { BraidynError } from "@braidyn/core";

/**
 * A number given on the command line; `undefined` where it was not.
 *
 * @throws BraidynError `COMMAND_OPTION` unless it is a number, whole where that is asked, from `low` to `high`.
 */
export function numberOption(
  option: string,
  given: number | undefined,
  { low = -Infinity, high = Infinity, whole = false } = {},
): void {
  if (given === undefined) return;
  const fits = given >= low && given <= high && (!whole || Number.isInteger(given));
  if (fits) return;
  const limits = [...(low > -Infinity ? [`>= ${low}`] : []), ...(high < Infinity ? [`<= ${high}`] : [])];
  const expected = [whole ? "1, 2, 3 ..." : "0.5, 1, 2 ...", ...limits].join(", ");
  throw new BraidynError("COMMAND_OPTION", { option, found: String(given), expected });
}
