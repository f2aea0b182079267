import type { PullResponse } from "../regions.ts";

/** Kernels are sampled finer than frames, since events fall between them. */
export const kernelRateHz = 150;

/** A kernel begins this long before its event and lasts this long. */
export const kernelLeadSeconds = 1;
const kernelSeconds = 5;

/** A region's mean answer to a pull at second `kernelLeadSeconds`, dF/F. */
export function pullKernel({ step, late, lateSeconds }: PullResponse): Float64Array {
  return sample((t) => {
    const rise = 1 / (1 + Math.exp(-(t + 0.09) / 0.045)); // the cortex leads the lever by 90 ms
    const approach = Math.min(1, Math.max(0, t / lateSeconds));
    const hold = lateSeconds + 0.2;
    const fall = t > hold ? Math.exp(-(t - hold) / 0.6) : 1;
    return fall * (step * rise + (late - step) * approach);
  });
}

/** A pulse of height 1 that follows its event at second `kernelLeadSeconds`. */
export function pulseKernel(riseSeconds: number, decaySeconds: number): Float64Array {
  const pulse = sample((t) => (t <= 0 ? 0 : (1 - Math.exp(-t / riseSeconds)) * Math.exp(-t / decaySeconds)));
  const peak = pulse.reduce((most, value) => Math.max(most, value), 0);
  return pulse.map((value) => value / peak);
}

function sample(shape: (seconds: number) => number): Float64Array {
  const length = kernelSeconds * kernelRateHz;
  return Float64Array.from({ length }, (_, i) => shape(i / kernelRateHz - kernelLeadSeconds));
}
