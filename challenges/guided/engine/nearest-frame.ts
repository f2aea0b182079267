/** The frame whose time is nearest; of two equally near ones the earlier. */
export function nearestFrame(time: ArrayLike<number>, seconds: number): number {
  let best = 0;
  for (let i = 1; i < time.length; i++) {
    if (Math.abs((time[i] as number) - seconds) < Math.abs((time[best] as number) - seconds)) best = i;
  }
  return best;
}
