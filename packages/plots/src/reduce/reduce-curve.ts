/**
 * Indices of a curve's points whose straight lines stay within `tolerance` of all the others; the ends are always kept.
 * Source: Douglas & Peucker 1973, Cartographica 10(2); with a stack, as a curve may have millions of points.
 */
export function reduceCurve(x: ArrayLike<number>, y: ArrayLike<number>, tolerance: number): number[] {
  const last = Math.min(x.length, y.length) - 1;
  if (last < 1) return last < 0 ? [] : [0];
  const kept = new Uint8Array(last + 1);
  kept[0] = kept[last] = 1;
  const open: [number, number][] = [[0, last]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [start, end] = part;
    const { index, distance } = farthest(x, y, start, end);
    if (distance <= tolerance) continue;
    kept[index] = 1;
    open.push([start, index], [index, end]);
  }
  return Array.from(kept.keys()).filter((i) => kept[i] === 1);
}

/** The point farthest from the line between two others. */
function farthest(x: ArrayLike<number>, y: ArrayLike<number>, start: number, end: number) {
  const [x0, y0] = [x[start] as number, y[start] as number];
  const [dx, dy] = [(x[end] as number) - x0, (y[end] as number) - y0];
  const length = Math.hypot(dx, dy);
  let [index, distance] = [start, 0];
  for (let i = start + 1; i < end; i++) {
    const [px, py] = [(x[i] as number) - x0, (y[i] as number) - y0];
    const away = length > 0 ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
    if (away > distance) [index, distance] = [i, away];
  }
  return { index, distance };
}
