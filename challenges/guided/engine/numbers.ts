/** Helpers of several checks: each is what a learner would write. */

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle - 1)] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}

/** The frame whose time is nearest; of two equally near ones the earlier. */
export function nearestFrame(time: ArrayLike<number>, seconds: number): number {
  let best = 0;
  for (let i = 1; i < time.length; i++) {
    if (Math.abs((time[i] as number) - seconds) < Math.abs((time[best] as number) - seconds)) best = i;
  }
  return best;
}

/** The name whose value is greatest. */
export function largest(values: Readonly<Record<string, number>>): string {
  return Object.entries(values).reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Stretches of time in which `isOn` holds, for the plots. */
export function spansWhere(
  { time, data }: { readonly time: ArrayLike<number>; readonly data: ArrayLike<number> },
  isOn: (value: number) => boolean,
): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let start = -1;
  for (let i = 0; i <= data.length; i++) {
    const on = i < data.length && isOn(data[i] as number);
    if (on && start < 0) start = i;
    if (on || start < 0) continue;
    spans.push({ from: time[start] as number, to: time[Math.min(i, data.length - 1)] as number });
    start = -1;
  }
  return spans;
}
