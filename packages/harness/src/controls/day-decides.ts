/** Whether a truth column is a matter of the day alone: every day has one value, and days differ in it. */
export function dayDecides(truth: Float64Array, days: Float64Array): boolean {
  const valueOf = new Map<number, number>();
  for (let row = 0; row < truth.length; row++) {
    const [day, value] = [days[row] as number, truth[row] as number];
    if (Number.isNaN(value)) continue;
    const known = valueOf.get(day);
    if (Number.isNaN(day) || (known !== undefined && known !== value)) return false;
    valueOf.set(day, value);
  }
  return new Set(valueOf.values()).size > 1;
}
