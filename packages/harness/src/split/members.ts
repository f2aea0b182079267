import { parseSessionName, sessionKey } from "@braidyn/core";
import type { SplitMember, SplitUnit } from "../challenge/definition.ts";

/** The groups of a split. `public` and `private` together are the test rows, one board each. */
export const splitGroups = ["train", "validation", "public", "private"] as const;
export type SplitGroup = (typeof splitGroups)[number];

/** `48`, `"48"` and the two spellings of the files are one animal, `VG1-GC#48`; other names stay as they are. */
export function subjectName(member: number | string): string {
  const number = /^(?:VG1-?GC[-#]?)?(\d+)$/.exec(String(member))?.[1];
  return number === undefined ? String(member) : `VG1-GC#${Number(number)}`;
}

/**
 * What one entry of a group stands for, as keys that {@link sessionUnitKey} gives too; or how it should be written
 * for this unit.
 */
export function memberKeys(
  member: SplitMember,
  unit: SplitUnit,
): { readonly keys: readonly string[] } | { readonly expected: string } {
  if (unit === "day") return dayKeys(member);
  if (typeof member === "object") return { expected: unit === "subject" ? "48 | VG1-GC#48" : sessionExample };
  if (unit === "subject") return { keys: [subjectName(member)] };
  const key = sessionMemberKey(String(member));
  return key === null ? { expected: sessionExample } : { keys: [key] };
}

/** The key under which a session's subject, itself or its day stands in a split; null when it has none. */
export function sessionUnitKey(
  session: { readonly subject: string; readonly session: string; readonly day: number | null },
  unit: SplitUnit,
): string | null {
  if (unit === "subject") return subjectName(session.subject);
  if (unit === "session") return session.session;
  return session.day === null ? null : `day ${session.day}`;
}

const sessionExample = "VG1-GC#48_2023-05-30_task-day2";

/** A range of days is at most this long: a typing error must not make a million keys. */
const maxDays = 1000;

function dayKeys(member: SplitMember): { keys: string[] } | { expected: string } {
  const range = typeof member === "number" ? { from: member, to: member } : member;
  if (typeof range === "string" || range.to < range.from || range.to - range.from > maxDays) {
    return { expected: "3 | { from: 1, to: 5 }" };
  }
  const count = range.to - range.from + 1;
  return { keys: Array.from({ length: count }, (_, i) => `day ${range.from + i}`) };
}

function sessionMemberKey(member: string): string | null {
  try {
    return sessionKey(parseSessionName(member));
  } catch {
    return null;
  }
}
