import { randomStream } from "./random.ts";

/** The dataset's 25 mice, in its order. */
const numbers = [
  ...[48, 51, 52, 53, 54, 60, 61, 63, 66, 73, 78, 85, 87, 99, 105, 109],
  ...[116, 117, 119, 122, 124, 125, 127, 129, 130],
];

/** Mice beyond the real ones get numbers that no real mouse has. */
const firstInvented = 1001;

export interface Subject {
  readonly id: string;
  readonly sex: "M" | "F";
  /** Calendar day, `2023-02-14`. */
  readonly dateOfBirth: string;
  /** As NWB files write it, `0.0206 kg`. */
  readonly weight: string;
}

/** `VG1-GC#48` for mouse 0 and so on: the ids of the real mice, so that a challenge's split applies to simulated ones. */
export function subjectId(mouse: number): string {
  return `VG1-GC#${numbers[mouse] ?? firstInvented + mouse - numbers.length}`;
}

export function subjectOf(seed: number, mouse: number): Subject {
  const random = randomStream(seed, mouse, "subject");
  const sex = random.chance(11 / 25) ? "M" : "F";
  const grams = (sex === "M" ? 24 : 20) + 1.5 * random.normal();
  const ageDays = Math.floor(random.between(90, 130));
  return {
    id: subjectId(mouse),
    sex,
    dateOfBirth: calendarDay(firstDay(mouse) - ageDays),
    weight: `${(grams / 1000).toFixed(4)} kg`,
  };
}

/** The weekday on which a mouse has its training day `day`: it starts on a Monday and rests at weekends. */
export function sessionDate(mouse: number, day: number): string {
  const weekdays = Math.max(0, day) - 1; // rest before training is on the Friday before
  return calendarDay(firstDay(mouse) + weekdays + 2 * Math.floor(weekdays / 5));
}

/** ISO 8601 duration between two calendar days, `P105D`. */
export function ageAt(dateOfBirth: string, date: string): string {
  return `P${Math.round((Date.parse(date) - Date.parse(dateOfBirth)) / millisecondsPerDay)}D`;
}

const millisecondsPerDay = 86_400_000;

/** Mice start a week after each other, from Monday 2023-05-29. Days since 1970. */
function firstDay(mouse: number): number {
  return Date.parse("2023-05-29") / millisecondsPerDay + 7 * mouse;
}

function calendarDay(days: number): string {
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}
