import { ascendingOrder } from "./order.ts";
import { finitePrediction, type Numbers } from "./rows.ts";

/**
 * Ranks from 1; equal values share the mean of their ranks. Source: SciPy `rankdata(method="average")`.
 *
 * @throws BraidynError `METRIC_NOT_FINITE`.
 */
export function averageRanks(values: Numbers): Float64Array {
  const finite = finitePrediction(values);
  const order = ascendingOrder(finite);
  const ranks = new Float64Array(finite.length);
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && finite[order[to]!] === finite[order[from]!]) continue;
    const shared = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) ranks[order[i]!] = shared;
    from = to;
  }
  return ranks;
}
