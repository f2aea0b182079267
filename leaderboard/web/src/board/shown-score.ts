/** A score as boards show it; "−" for negative ones, so that columns stand. */
export function shownScore(value: number, precision: number): string {
  return value.toFixed(precision).replace("-", "−");
}
