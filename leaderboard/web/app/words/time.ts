import type { Language } from "@braidyn/core";

/** The zone of the person who looks at the page. */
export function viewerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([language, timeZone, options]);
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...options, timeZone });
    formats.set(key, found);
  }
  return found;
}

/** A moment with the zone that it is told in: "12 Oct 2026, 18:00 JST". */
export function moment(iso: string, language: Language, timeZone = viewerZone()): string {
  return format(language, timeZone, {
    ...{ year: "numeric", month: "short", day: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  }).format(new Date(iso));
}

/** A moment in a table, whose zone stands beside it: "12 Oct, 18:00". */
export function shortMoment(iso: string, language: Language, timeZone = viewerZone()): string {
  return format(language, timeZone, {
    ...{ month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  }).format(new Date(iso));
}
