import { BraidynError } from "@braidyn/core";
import type { SplitDefinition } from "../challenge/definition.ts";
import { memberKeys, sessionUnitKey, splitGroups, type SplitGroup } from "./members.ts";

/** What of a session decides where it goes; `SessionInfo` of `@braidyn/nwb` is one. */
export interface SplitSubject {
  readonly subject: string;
  /** The session's key, `VG1-GC#51_2023-06-29_task-day11`. */
  readonly session: string;
  readonly day: number | null;
}

/** Tells a session's group, or null when the split leaves it out. */
export type SplitAssigner = (session: SplitSubject) => SplitGroup | null;

/**
 * Prepares a split by subject, session or day.
 *
 * @throws BraidynError `SPLIT_MEMBER` for an entry that does not fit the unit, `SPLIT_OVERLAP` for one in two groups.
 */
export function createSplit(split: SplitDefinition): SplitAssigner {
  const groupOf = new Map<string, SplitGroup>();
  for (const group of splitGroups) {
    for (const member of split[group]) {
      for (const key of keysOf(member, split.unit, group)) {
        const first = groupOf.get(key);
        if (first !== undefined && first !== group) {
          throw new BraidynError("SPLIT_OVERLAP", { member: key, first, second: group });
        }
        groupOf.set(key, group);
      }
    }
  }
  return (session) => {
    const key = sessionUnitKey(session, split.unit);
    return key === null ? null : (groupOf.get(key) ?? null);
  };
}

function keysOf(
  member: SplitDefinition["train"][number],
  unit: SplitDefinition["unit"],
  group: SplitGroup,
): readonly string[] {
  const found = memberKeys(member, unit);
  if ("keys" in found) return found.keys;
  const shown = JSON.stringify(member);
  throw new BraidynError("SPLIT_MEMBER", { member: shown, unit, group, expected: found.expected });
}
