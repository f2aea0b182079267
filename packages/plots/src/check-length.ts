import { BraidynError } from "@braidyn/core";

/** @throws BraidynError `PLOT_SHAPE` unless as many values are there as there must be. */
export function checkLength(what: string, found: number, expected: number): void {
  if (found !== expected) throw new BraidynError("PLOT_SHAPE", { what, found, expected });
}
