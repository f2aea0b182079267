/** Milliseconds from handing a frame over to the end of its answer's line. */
export interface Latency {
  readonly frames: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** Nearest-rank percentiles; null where nothing was measured. */
export function summarizeLatency(milliseconds: readonly number[]): Latency | null {
  if (milliseconds.length === 0) return null;
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { frames: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}
