import { BraidynError } from "@braidyn/core";
import { daysOf, isSubjectsOnDays, memberKeys, splitGroups, type SplitGroup } from "../split/members.ts";
import type { ChallengeDefinition } from "./definition.ts";
import type { Place } from "./place.ts";
import { fieldName } from "./schema-problems.ts";

/** Empty groups, members that do not fit the unit, and members of two groups. */
export function splitProblems({ split, data }: ChallengeDefinition, place: Place): BraidynError[] {
  const groupOf = new Map<string, SplitGroup>();
  return splitGroups.flatMap((group) => [
    ...emptyProblems(split, group, place),
    ...split[group].flatMap((member, i) => memberProblems(split, { group, i, member, groupOf }, place)),
    ...split[group].flatMap((member, i) =>
      dayProblems(data.sessions.days, { group, i, days: memberDays(member, split.unit) }, place),
    ),
  ]);
}

type Split = ChallengeDefinition["split"];

function emptyProblems(split: Split, group: SplitGroup, place: Place): BraidynError[] {
  if (split[group].length > 0 || (group !== "train" && group !== "public")) return [];
  return [new BraidynError("CHALLENGE_SPLIT_EMPTY", { ...place(["split", group]), group, unit: split.unit })];
}

/** Days that `data.sessions.days` leaves out, so that the member would hold nothing. */
function dayProblems(
  used: ChallengeDefinition["data"]["sessions"]["days"],
  { group, i, days }: { group: SplitGroup; i: number; days: readonly number[] },
  place: Place,
): BraidynError[] {
  if (used === undefined) return [];
  const outside = days.find((day) => day < used.from || day > used.to);
  if (outside === undefined) return [];
  const path = ["split", group, i];
  const found = { field: fieldName(path), day: outside, first: used.from, last: used.to };
  return [new BraidynError("CHALLENGE_SPLIT_DAYS", { ...place(path), ...found })];
}

function memberDays(member: Member["member"], unit: Split["unit"]): number[] {
  if (typeof member === "string") return [];
  if (typeof member === "number") return unit === "day" ? [member] : [];
  return daysOf(isSubjectsOnDays(member) ? member.days : member) ?? [];
}

interface Member {
  readonly group: SplitGroup;
  readonly i: number;
  readonly member: Split["train"][number];
  /** Keys seen so far; grows. */
  readonly groupOf: Map<string, SplitGroup>;
}

function memberProblems(
  { unit }: Split,
  { group, i, member, groupOf }: Member,
  place: Place,
): BraidynError[] {
  const at = place(["split", group, i]);
  const found = memberKeys(member, unit);
  if ("expected" in found) {
    const field = fieldName(["split", group]);
    const shown = { member: JSON.stringify(member), field, unit, expected: found.expected };
    return [new BraidynError("CHALLENGE_SPLIT_MEMBER", { ...at, ...shown })];
  }
  const problems: BraidynError[] = [];
  for (const key of found.keys) {
    const first = groupOf.get(key);
    if (first !== undefined) {
      problems.push(
        new BraidynError("CHALLENGE_SPLIT_OVERLAP", { ...at, member: key, first, second: group }),
      );
    }
    groupOf.set(key, group);
  }
  return problems.slice(0, 1);
}
