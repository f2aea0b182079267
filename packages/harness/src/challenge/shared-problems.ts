import { BraidynError, parseSessionName } from "@braidyn/core";
import { daysOf, isSubjectsOnDays, splitGroups, subjectName, type SplitGroup } from "../split/members.ts";
import type { ChallengeDefinition, SplitMember, SplitUnit } from "./definition.ts";
import type { Place } from "./place.ts";

type Shared = ChallengeDefinition["leakage"]["forbid_shared"][number];

/** Groups that share what `leakage.forbid_shared` says they must not, as far as the members tell. */
export function sharedProblems({ split, leakage }: ChallengeDefinition, place: Place): BraidynError[] {
  return leakage.forbid_shared.flatMap((what, i) => {
    const seen = new Map<string, SplitGroup>();
    for (const group of splitGroups) {
      const values = new Set(split[group].flatMap((member) => valuesOf(member, split.unit, what)));
      for (const value of values) {
        const first = seen.get(value);
        if (first !== undefined && isTest(group) && !isTest(first)) {
          const at = place(["leakage", "forbid_shared", i]);
          const found = { what, value: value === every ? "*" : value, first, second: group };
          return [new BraidynError("CHALLENGE_SHARED", { ...at, ...found, unit: split.unit })];
        }
        if (first === undefined) seen.set(value, group);
      }
    }
    return [];
  });
}

/** A split that says nothing of days has all days in every group. */
const every = "*";

function isTest(group: SplitGroup): boolean {
  return group === "public" || group === "private";
}

/** What of a kind a member that fits its unit brings into its group. */
function valuesOf(member: SplitMember, unit: SplitUnit, what: Shared): string[] {
  // a unit is never smaller than a session, and no member is in two groups
  if (what === "session") return [];
  const { subjects, days } = reach(member, unit);
  return (what === "subject" ? subjects : days.map(String)) as string[];
}

function reach(member: SplitMember, unit: SplitUnit): { subjects: string[]; days: (number | string)[] } {
  if (isSubjectsOnDays(member)) {
    return { subjects: member.subjects.map(subjectName), days: daysOf(member.days) ?? [] };
  }
  if (unit === "day") {
    return { subjects: [every], days: typeof member === "string" ? [] : (daysOf(member) ?? []) };
  }
  if (unit === "subject") return { subjects: [subjectName(String(member))], days: [every] };
  const { subject, day } = parseSessionName(String(member));
  return { subjects: [subjectName(subject)], days: [day] };
}
