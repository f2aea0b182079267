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
