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
  if (unit === "subject-day") return subjectDayKeys(member);
  if (unit === "day") return dayKeys(member);
  if (typeof member === "object") return { expected: unit === "subject" ? "48 | VG1-GC#48" : sessionExample };
  if (unit === "subject") return { keys: [subjectName(member)] };
  const key = sessionMemberKey(String(member));
  return key === null ? { expected: sessionExample } : { keys: [key] };
}

/** The key under which a session's subject, itself, its day or subject and day stand in a split; null when it has none. */
export function sessionUnitKey(
  session: { readonly subject: string; readonly session: string; readonly day: number | null },
  unit: SplitUnit,
): string | null {
  if (unit === "subject") return subjectName(session.subject);
  if (unit === "session") return session.session;
  if (session.day === null) return null;
  return unit === "day" ? dayKey(session.day) : subjectDayKey(session.subject, session.day);
}

const sessionExample = "VG1-GC#48_2023-05-30_task-day2";

/** A range of days is at most this long: a typing error must not make a million keys. */
const maxDays = 1000;

function dayKeys(member: SplitMember): { keys: string[] } | { expected: string } {
  const days = typeof member === "string" || isSubjectsOnDays(member) ? null : daysOf(member);
  return days === null ? { expected: "3 | { from: 1, to: 5 }" } : { keys: days.map(dayKey) };
}

function subjectDayKeys(member: SplitMember): { keys: string[] } | { expected: string } {
  const days = isSubjectsOnDays(member) ? daysOf(member.days) : null;
  if (!isSubjectsOnDays(member) || days === null) {
    return { expected: "{ subjects: [48, 52], days: { from: 1, to: 5 } }" };
  }
  return { keys: member.subjects.flatMap((subject) => days.map((day) => subjectDayKey(subject, day))) };
}

/** Subjects of a member of a split by subject and day. */
export function isSubjectsOnDays(member: SplitMember): member is SubjectsOnDays {
  return typeof member === "object" && "subjects" in member;
}

type SubjectsOnDays = Extract<SplitMember, { readonly subjects: unknown }>;

/** A day or a range as a list; null for a range that runs backwards or is longer than any experiment. */
export function daysOf(days: number | { readonly from: number; readonly to: number }): number[] | null {
  const { from, to } = typeof days === "number" ? { from: days, to: days } : days;
  if (to < from || to - from > maxDays) return null;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function dayKey(day: number): string {
  return `day ${day}`;
}

function subjectDayKey(subject: number | string, day: number): string {
  return `${subjectName(subject)} day ${day}`;
}

function sessionMemberKey(member: string): string | null {
  try {
    return sessionKey(parseSessionName(member));
  } catch {
    return null;
  }
}
