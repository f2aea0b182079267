import { BraidynError } from "./error.ts";

/** What was recorded: the cued lever-pull task, rest, or sensory stimulation under anaesthesia. */
export const sessionTypes = ["task", "resting-state", "sensory-stim"] as const;
export type SessionType = (typeof sessionTypes)[number];

/** Which recording a session file holds. */
export interface SessionId {
  /** The animal as the files call it, `VG1-GC#51`. */
  readonly subject: string;
  /** Calendar day of the recording, `2023-06-29`. */
  readonly date: string;
  readonly type: SessionType;
  /** Day of training. Rest before training is day 0, however it was written (0 or -1). */
  readonly day: number;
}

const ending = /^(?<date>\d{4}-\d{2}-\d{2})[-_](?<type>[a-z]+(?:-[a-z]+)?)-day(?<day>-?\d{1,3})$/;
const dandiStyle = /^sub-(?<subject>[^_/]+)_ses-(?<session>[^_/]+)(?:_[^/]*)?$/;
const authorsStyle = /^(?<subject>[A-Za-z0-9#-]+?)_(?<session>\d{4}-\d{2}-\d{2}_[^_/]+)$/;

/**
 * Reads subject, date, type and day off a session file's name, in DANDI's style or the authors'; folders before it,
 * `.nwb` after it, `%23` and `%2B`, and a URL's query are allowed.
 *
 * @throws BraidynError `SESSION_NAME` for any other name.
 */
export function parseSessionName(name: string): SessionId {
  const stem = baseName(name).replace(/\.nwb$/i, "");
  const outer = (dandiStyle.exec(stem) ?? authorsStyle.exec(stem))?.groups;
  const inner = ending.exec(outer?.["session"] ?? "")?.groups;
  const type = sessionTypes.find((known) => known === inner?.["type"]);
  const date = inner?.["date"] ?? "";
  if (outer === undefined || inner === undefined || type === undefined || !isCalendarDay(date)) {
    throw new BraidynError("SESSION_NAME", { name });
  }
  return {
    subject: canonicalSubject(outer["subject"] ?? ""),
    date,
    type,
    day: Math.max(0, Number(inner["day"])),
  };
}

/** A session file's name in the authors' style (default) or DANDI's. */
export function formatSessionName(id: SessionId, style: "authors" | "dandi" = "authors"): string {
  const tail = `${id.type}-day${id.day}`;
  return style === "dandi"
    ? `sub-${id.subject}_ses-${id.date}-${tail}_widefield+behavior.nwb`
    : `${authorsSubject(id.subject)}_${id.date}_${tail}.nwb`;
}

/** One string a session, the same however its file is named: `VG1-GC#51_2023-06-29_task-day11`. */
export function sessionKey(id: SessionId): string {
  return `${id.subject}_${id.date}_${id.type}-day${id.day}`;
}

/** Orders subjects as people do, `VG1-GC#48` before `VG1-GC#105`; the same in every locale. */
export function compareSubjects(a: string, b: string): number {
  const [prefixA, numberA] = splitNumber(a);
  const [prefixB, numberB] = splitNumber(b);
  if (prefixA !== prefixB) return prefixA < prefixB ? -1 : 1;
  return numberA - numberB;
}

function splitNumber(subject: string): [string, number] {
  const match = /^(.*?)(\d*)$/.exec(subject);
  return [match?.[1] ?? subject, Number(match?.[2] ?? 0)];
}

function baseName(name: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\//i.test(name)
    ? name.replace(/\?.*$/, "").replace(/#(?!\d).*$/, "")
    : name;
  const last = path.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/%23/g, "#").replace(/%2B/gi, "+");
}

/** The two spellings of a mouse, `VG1GC-51` and `VG1-GC#51`, are one animal. */
function canonicalSubject(written: string): string {
  const mouse = /^VG1-?GC[-#]?(\d+)$/.exec(written);
  return mouse ? `VG1-GC#${mouse[1]}` : written;
}

function authorsSubject(subject: string): string {
  return subject.replace(/^VG1-GC#/, "VG1GC-");
}

function isCalendarDay(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
