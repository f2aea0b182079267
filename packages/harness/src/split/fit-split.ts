import type { SplitDefinition, SplitMember } from "../challenge/definition.ts";
import { autoSplit } from "./auto-split.ts";
import { isSubjectsOnDays, splitGroups, subjectName, type SplitGroup } from "./members.ts";

/**
 * A challenge's split for another cohort. Where the challenge splits by subject and day, its groups keep their days;
 * where it trains on the very subjects that it tests, all subjects are trained on.
 *
 * @throws BraidynError as {@link autoSplit}.
 */
export function fitSplit(split: SplitDefinition, subjects: Iterable<string>, seed: number): SplitDefinition {
  const drawn = autoSplit(subjects, seed);
  if (split.unit !== "subject-day") return drawn;
  const names = trainsOnTestSubjects(split) ? everyoneTrains(drawn) : drawn;
  const membersOf = (group: SplitGroup): SplitMember[] =>
    daysIn(split, group).map((days) => ({ subjects: names[group] as string[], days }));
  const known = split.known_subjects === undefined ? {} : { known_subjects: split.known_subjects };
  return {
    ...{ unit: split.unit, ...known },
    ...{ train: membersOf("train"), validation: membersOf("validation") },
    ...{ public: membersOf("public"), private: membersOf("private") },
  };
}

/** All subjects to train on; those that would only have been trained on are for validation. */
function everyoneTrains(drawn: SplitDefinition): SplitDefinition {
  const all = splitGroups.flatMap((group) => drawn[group]);
  return { ...drawn, train: all, validation: [...drawn.train, ...drawn.validation] };
}

function trainsOnTestSubjects(split: SplitDefinition): boolean {
  const trained = new Set(subjectsIn(split, "train"));
  return subjectsIn(split, "public").some((subject) => trained.has(subject));
}

function subjectsIn(split: SplitDefinition, group: SplitGroup): string[] {
  return split[group].flatMap((member) => (isSubjectsOnDays(member) ? member.subjects.map(subjectName) : []));
}

/** The group's days or ranges of days, each once. */
function daysIn(split: SplitDefinition, group: SplitGroup) {
  const days = split[group].flatMap((member) => (isSubjectsOnDays(member) ? [member.days] : []));
  const unlike = new Map(days.map((range) => [JSON.stringify(range), range]));
  return [...unlike.values()];
}
