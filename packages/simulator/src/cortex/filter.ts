/**
 * Butterworth band-pass 0.01-10 Hz of order 5 at 30 Hz, as second-order sections b0 b1 b2 a1 a2.
 * Source: `scipy.signal.butter(5, [0.01, 10], btype="bandpass", fs=30, output="sos")`.
 */
const sections = [
  [0.1647533301897791, 0.3295066603795582, 0.1647533301897791, 0.5873249642036925, 0.17604655748974712],
  [1, 2, 1, 0.7889182679016644, 0.5781093180526339],
  [1, 0, -1, -0.7305180334723895, -0.2668271239159679],
  [1, -2, 1, -1.996611287542939, 0.9966156735461514],
  [1, -2, 1, -1.998703310937255, 0.9987076956025227],
] as const;

/** Samples by which each end is mirrored. Source: scipy `sosfiltfilt`. */
const padding = 33;

/**
 * The signal within 0.01-10 Hz, filtered forward and backward: no delay, but not causal, so that an event also casts a
 * slow echo before it, as in the dataset. Source: `scipy.signal.sosfiltfilt`.
 */
export function bandPass(signal: Float64Array): Float64Array {
  const extended = mirrorEnds(signal, Math.min(padding, signal.length - 1));
  filterForward(extended);
  extended.reverse();
  filterForward(extended);
  extended.reverse();
  const pad = (extended.length - signal.length) / 2;
  return extended.slice(pad, pad + signal.length);
}

/** The signal with each end continued by its point reflection. */
function mirrorEnds(signal: Float64Array, pad: number): Float64Array {
  const n = signal.length;
  const first = signal[0] ?? 0;
  const last = signal[n - 1] ?? 0;
  const extended = new Float64Array(n + 2 * pad);
  extended.set(signal, pad);
  for (let i = 1; i <= pad; i++) {
    extended[pad - i] = 2 * first - signal[i]!;
    extended[pad + n - 1 + i] = 2 * last - signal[n - 1 - i]!;
  }
  return extended;
}

/** In place; every section starts in the steady state of its first sample. */
function filterForward(signal: Float64Array): void {
  for (const [b0, b1, b2, a1, a2] of sections) {
    const gain = (b0 + b1 + b2) / (1 + a1 + a2);
    const first = signal[0] ?? 0;
    let z2 = (b2 - a2 * gain) * first;
    let z1 = (b1 - a1 * gain) * first + z2;
    for (let i = 0; i < signal.length; i++) {
      const x = signal[i]!;
      const y = b0 * x + z1;
      z1 = b1 * x - a1 * y + z2;
      z2 = b2 * x - a2 * y;
      signal[i] = y;
    }
  }
}
