/** How someone may have understood the rule; what is not given is as it should be. */
export interface Understanding {
  /** Whether the list of successes is emptied after a rise. */
  readonly pauses?: boolean;
  /** Successes of 20 that are asked for. */
  readonly atLeast?: number;
  readonly night?: "falls" | "stays" | "forgets";
  /** Whether T_pull is written down after the trial has changed it. */
  readonly notesAfter?: boolean;
}

/** T_pull of every trial in seconds, day by day, by the rule as it was understood. */
export function staircase(
  days: readonly (readonly boolean[])[],
  { pauses = true, atLeast = 16, night = "falls", notesAfter = false }: Understanding = {},
): number[] {
  const noted: number[] = [];
  let seconds = 0.001;
  days.forEach((successes, day) => {
    if (night === "forgets") seconds = 0.001;
    if (night === "falls" && day > 0) seconds = Math.max(0.001, seconds - 0.1);
    let recent: boolean[] = [];
    for (const success of successes) {
      if (!notesAfter) noted.push(seconds);
      recent = [...recent, success].slice(-20);
      if (recent.length === 20 && recent.filter(Boolean).length >= atLeast && seconds < 0.4) {
        seconds = Math.min(0.4, seconds + 0.05);
        if (pauses) recent = [];
      }
      if (notesAfter) noted.push(seconds);
    }
  });
  return noted;
}
