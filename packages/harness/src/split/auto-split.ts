import { BraidynError, compareSubjects } from "@braidyn/core";
import type { SplitDefinition } from "../challenge/definition.ts";
import { createRandom } from "../random.ts";
import { splitGroups, type SplitGroup } from "./members.ts";

/** Shares of the subjects; they need not add up to 1. */
export type SplitFractions = Readonly<Record<SplitGroup, number>>;

/** About the shares of the 25 mice: 13, 4, 4, 4. */
const defaultFractions: SplitFractions = { train: 0.52, validation: 0.16, public: 0.16, private: 0.16 };

/**
 * Splits a cohort by subject, the same for the same subjects and seed in any order. Every group gets at least one.
 *
 * @throws BraidynError `SPLIT_TOO_FEW` below four subjects, `SPLIT_FRACTIONS` unless every share is above 0.
 */
export function autoSplit(
  subjects: Iterable<string>,
  seed: number,
  fractions: SplitFractions = defaultFractions,
): SplitDefinition {
  const names = [...new Set(subjects)].sort(compareSubjects);
  const needed = splitGroups.length;
  if (names.length < needed) throw new BraidynError("SPLIT_TOO_FEW", { found: names.length, needed });
  const shuffled = createRandom(seed).shuffle(names);
  const sizes = groupSizes(names.length, fractions);
  let start = 0;
  const members = splitGroups.map((_, i): string[] => {
    const end = start + (sizes[i] ?? 0);
    const group = shuffled.slice(start, end).sort(compareSubjects);
    start = end;
    return group;
  });
  const [train = [], validation = [], open = [], hidden = []] = members;
  return { unit: "subject", train, validation, public: open, private: hidden };
}

/** One for each group, the rest to whichever group lags its share most. */
function groupSizes(count: number, fractions: SplitFractions): number[] {
  const shares = splitGroups.map((group) => fractions[group]);
  if (!shares.every((share) => Number.isFinite(share) && share > 0)) {
    throw new BraidynError("SPLIT_FRACTIONS", { fractions: shares.join(", ") });
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  const sizes = shares.map(() => 1);
  for (let given = sizes.length; given < count; given++) {
    const lags = shares.map((share, i) => (share / total) * count - (sizes[i] ?? 0));
    const most = lags.indexOf(Math.max(...lags));
    sizes[most] = (sizes[most] ?? 0) + 1;
  }
  return sizes;
}
