/**
 * Indices of the points of a path in a plane that are at least `reach` from the one kept before, and of one point without
 * a value for every gap, so that the path breaks there. While they are more than `most`, the reach doubles.
 */
export function reducePath(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  reach: number,
  most: number,
): number[] {
  for (let distance = Math.max(reach, Number.MIN_VALUE); ; distance *= 2) {
    const kept = pointsApart(x, y, distance);
    const gaps = kept.filter((i) => Number.isNaN((x[i] as number) + (y[i] as number))).length;
    // gaps are not fewer for a longer reach: what remains then is every other point, and so on
    if (kept.length <= most || gaps > most / 2) return thinned(kept, most);
  }
}

function pointsApart(x: ArrayLike<number>, y: ArrayLike<number>, distance: number): number[] {
  const kept: number[] = [];
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [dx, dy] = [(x[i] as number) - lastX, (y[i] as number) - lastY];
    const [gap, gapBefore] = [Number.isNaN((x[i] as number) + (y[i] as number)), Number.isNaN(lastX)];
    if (gap ? gapBefore : !gapBefore && dx * dx + dy * dy < distance * distance) continue;
    kept.push(i);
    [lastX, lastY] = gap ? [NaN, NaN] : [x[i] as number, y[i] as number];
  }
  return kept;
}

function thinned(kept: readonly number[], most: number): number[] {
  const step = Math.ceil(kept.length / most);
  return kept.filter((_, i) => i % step === 0);
}
