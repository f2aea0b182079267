import type { Bundle, DifferenceSpread } from "@braidyn/harness";
import { scoreFile } from "../submission/score-file.ts";

/** How the difference between two entries spreads over a bundle's validation sessions, and over how many subjects. */
export async function measuredSpread(
  bundle: Bundle,
  [a, b]: readonly [string, string],
): Promise<DifferenceSpread & { readonly subjects: number }> {
  const { differenceSpread, pairedSessions } = await import("@braidyn/harness");
  const reports = [
    await scoreFile(a, bundle, "validation"),
    await scoreFile(b, bundle, "validation"),
  ] as const;
  const differences = pairedSessions(...reports);
  return { ...differenceSpread(differences), subjects: differences.length };
}
