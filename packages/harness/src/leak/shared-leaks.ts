import type { ChallengeDefinition } from "../challenge/definition.ts";
import { subjectName } from "../split/members.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";

/** Rows of one group of the split, as the organizer knows them. */
interface GroupRow {
  readonly group: string;
  readonly subject: string;
  readonly session: string;
  readonly date: string;
  readonly day: number;
  readonly time: number;
}

/**
 * Subjects, sessions and days that train or validation share with the test rows against `leakage.forbid_shared`, and
 * windows of one recording that come too near to each other across groups.
 */
export function sharedLeaks(definition: ChallengeDefinition, splits: readonly LeakRows[]): LeakFinding[] {
  const rows = splits.flatMap(groupRowsOf);
  const { forbid_shared: forbidden } = definition.leakage;
  const unit = definition.split.unit;
  const kinds = new Set<string>([
    ...forbidden,
    "session",
    ...(unit === "subject" || unit === "day" ? [unit] : []),
  ]);
  const named: Record<string, (row: GroupRow) => string> = {
    subject: ({ subject }) => subject,
    // one recording, whatever its files call it
    session: ({ subject, date, day, session }) => (date === "" ? session : `${subject} ${date} ${day}`),
    day: ({ day }) => (Number.isNaN(day) ? "" : String(day)),
  };
  const shared = [...kinds].flatMap((kind) => {
    const nameOf = named[kind];
    return nameOf === undefined ? [] : sharedNames(kind, rows, nameOf);
  });
  return [...shared, ...tooNear(definition, rows)];
}

function groupRowsOf({ split, names }: LeakRows): GroupRow[] {
  if (names === null) return [];
  return names.subjects.map((subject, i) => ({
    group: names.boards?.[i] ?? split,
    subject: subjectName(subject),
    session: names.sessions[i] ?? "",
    date: names.dates[i] ?? "",
    day: names.days[i] ?? NaN,
    time: names.time[i] ?? NaN,
  }));
}

const isTest = (group: string): boolean => group === "public" || group === "private";

function sharedNames(
  kind: string,
  rows: readonly GroupRow[],
  nameOf: (row: GroupRow) => string,
): LeakFinding[] {
  const learnt = new Map<string, string>();
  for (const row of rows) if (!isTest(row.group)) learnt.set(nameOf(row), row.group);
  learnt.delete("");
  const shared = new Map<string, string>();
  for (const row of rows)
    if (isTest(row.group) && learnt.has(nameOf(row))) shared.set(nameOf(row), row.group);
  const [first] = shared;
  if (first === undefined) return [];
  const [name, group] = first;
  return [
    finding("leak", "LEAK_SHARED", {
      what: kind,
      count: shared.size,
      name,
      first: learnt.get(name) ?? "",
      second: group,
    }),
  ];
}

/** Windows of one recording in two groups that overlap, or are nearer than `purge_seconds`. */
function tooNear({ input, leakage }: ChallengeDefinition, rows: readonly GroupRow[]): LeakFinding[] {
  const window = input.window === undefined ? 0 : input.window.to_seconds - input.window.from_seconds;
  const apart = window + leakage.purge_seconds;
  const recordings = groupRows(
    rows.map(({ subject, date, session, day }) => [subject, date || session, day].join(" ")),
  );
  let near = 0;
  let example: { first: GroupRow; second: GroupRow } | null = null;
  for (const [recording, members] of recordings) {
    if (recording.trim() === "") continue;
    const sorted = members
      .map((row) => rows[row] as GroupRow)
      .filter(({ time }) => !Number.isNaN(time))
      .sort((a, b) => a.time - b.time);
    for (let i = 1; i < sorted.length; i++) {
      const [first, second] = [sorted[i - 1] as GroupRow, sorted[i] as GroupRow];
      if (first.group === second.group || second.time - first.time >= apart) continue;
      near++;
      example ??= { first, second };
    }
  }
  if (example === null) return [];
  const { first, second } = example;
  const seconds = Math.round((second.time - first.time) * 1000) / 1000;
  return [
    finding("leak", "LEAK_PURGE", {
      count: near,
      first: first.group,
      second: second.group,
      seconds,
      apart,
      session: first.session,
    }),
  ];
}
