const dayMilliseconds = 24 * 3600_000;

/** The local day that a moment falls on: from its midnight to the next, which are 23 to 25 hours apart. */
export interface DayBounds {
  readonly start: Date;
  readonly end: Date;
}

/** @param zone an IANA name, or an offset like `+09:00`. */
export function dayBounds(now: Date, zone: string): DayBounds {
  const day = localDay(now, zone);
  return { start: midnight(day, zone), end: midnight(day + 1, zone) };
}

/** Days since 1970 by the calendar of the zone. */
function localDay(now: Date, zone: string): number {
  return Math.floor((now.getTime() + offsetAt(now, zone)) / dayMilliseconds);
}

/** The first moment of a local day. Where clocks jump over midnight, the first one that is that day's. */
function midnight(day: number, zone: string): Date {
  const utc = day * dayMilliseconds;
  // the offset half a day to either side: clocks change once in that time at most
  const guesses = [-dayMilliseconds / 2, dayMilliseconds / 2].map(
    (shift) => utc - offsetAt(new Date(utc + shift), zone),
  );
  const fitting = guesses.filter((guess) => localDay(new Date(guess), zone) === day);
  return new Date(Math.min(...(fitting.length > 0 ? fitting : guesses)));
}

/** Milliseconds that the zone is ahead of UTC at a moment. */
function offsetAt(moment: Date, zone: string): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed !== null) {
    return (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  }
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(moment.getTime() / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric" } as const;
    const rest = { minute: "numeric", second: "numeric", hourCycle: "h23", calendar: "gregory" } as const;
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...numbers, ...rest });
    formats.set(zone, format);
  }
  return format;
}
