import type { Say } from "./language.tsx";

/** A span of seconds in its two largest units. */
export function duration(seconds: number, say: Say): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const hours = Math.floor(minutes / 60);
  if (seconds < 60) return say("seconds", { seconds: Math.max(0, Math.round(seconds)) });
  if (hours >= 24) return say("daysHours", { days: Math.floor(hours / 24), hours: hours % 24 });
  return hours > 0 ? say("hoursMinutes", { hours, minutes: minutes % 60 }) : say("minutes", { minutes });
}
