import { BraidynError } from "@braidyn/core";
import type { ChallengeDefinition } from "./definition.ts";
import type { Place } from "./place.ts";
import { fieldName } from "./schema-problems.ts";

/** Phases of one name, and boards that would freeze outside their phase. */
export function phaseProblems({ phases }: ChallengeDefinition, place: Place): BraidynError[] {
  return phases.flatMap(({ id, start, end, freeze }, i): BraidynError[] => {
    const problems: BraidynError[] = [];
    if (phases.findIndex((other) => other.id === id) < i) {
      problems.push(new BraidynError("CHALLENGE_PHASE_REPEATED", { ...place(["phases", i, "id"]), id }));
    }
    if (freeze !== undefined && !within(start, freeze, end)) {
      const path = ["phases", i, "freeze"];
      const at = { ...place(path), field: fieldName(path), freeze, start, end };
      problems.push(new BraidynError("CHALLENGE_FREEZE", at));
    }
    return problems;
  });
}

function within(start: string, moment: string, end: string): boolean {
  return Date.parse(start) <= Date.parse(moment) && Date.parse(moment) <= Date.parse(end);
}
