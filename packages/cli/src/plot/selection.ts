import { BraidynError } from "@braidyn/core";
import { numberOption } from "../number-option.ts";
import { numberPair } from "../number-pair.ts";
import { outcomeChoices, type PlotSelection } from "./kinds.ts";

/** The options as yargs has them: lists are texts with commas, and pairs are of a type that yargs does not know. */
export interface GivenOptions extends Pick<
  PlotSelection,
  "event" | "by" | "view" | "signal" | "trial" | "bundle" | "board" | "column"
> {
  readonly outcome: string | undefined;
  readonly time: unknown;
  readonly window: unknown;
  readonly regions: string | undefined;
  readonly names: string | undefined;
}

/** @throws BraidynError `COMMAND_OPTION` for what is no range, outcome or trial. */
export function selectionOf(given: GivenOptions): PlotSelection {
  const { event, by, view, signal, trial, bundle, board, column } = given;
  const { outcome, time, window, regions, names } = given;
  numberOption("--trial", trial, { low: 0, whole: true });
  return {
    ...{ event, by, view, signal, trial, bundle, board, column },
    outcome: outcomes(outcome),
    time: pair("--time", time, ([from, to]) => from < to, "FROM < TO"),
    window: pair(
      "--window",
      window,
      ([before, after]) => before >= 0 && after >= 0 && before + after > 0,
      "BEFORE >= 0, AFTER >= 0",
    ),
    regions: words(regions),
    names: words(names),
  };
}

function outcomes(given: string | undefined): readonly string[] | undefined {
  const wanted = words(given);
  const known: readonly string[] = outcomeChoices;
  const unknown = wanted?.find((word) => !known.includes(word));
  if (unknown === undefined) return wanted;
  throw new BraidynError("COMMAND_OPTION", {
    option: "--outcome",
    found: unknown,
    expected: known.join(", "),
  });
}

function pair(
  option: string,
  given: unknown,
  fits: (range: readonly [number, number]) => boolean,
  expected: string,
): readonly [number, number] | undefined {
  const range = numberPair(given);
  if (range === undefined) return undefined;
  if (range.every(Number.isFinite) && fits(range)) return range;
  throw new BraidynError("COMMAND_OPTION", { option, found: range.join(" "), expected });
}

function words(given: string | undefined): readonly string[] | undefined {
  const found = given
    ?.split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return found?.length ? found : undefined;
}
