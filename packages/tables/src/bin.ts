import { BraidynError } from "@braidyn/core";
import { meanOf, type Windows } from "./windows.ts";

export interface BinOptions {
  /** Frames a bin; must divide the frames before and those after the event. */
  readonly binFrames: number;
}

/**
 * Windows whose samples are means over `binFrames` frames (NaN left out), the event at the edge of two bins; `time` is
 * the mean time of a bin's frames.
 *
 * @throws BraidynError `TABLE_BIN` when the bins do not fit.
 */
export function bin(windows: Windows, { binFrames }: BinOptions): Windows {
  const { count, samples, samplesBefore, columns } = windows;
  const after = samples - samplesBefore;
  if (!(
    Number.isInteger(binFrames) &&
    binFrames > 0 &&
    samplesBefore % binFrames === 0 &&
    after % binFrames === 0
  )) {
    throw new BraidynError("TABLE_BIN", { before: samplesBefore, after, binFrames });
  }
  const bins = samples / binFrames;
  const width = columns.length;
  const data = windows.data.slice(0, count * bins * width).map((_, i) => {
    const start = (Math.floor(i / width) % bins) * binFrames;
    return meanOf(windows, Math.floor(i / (bins * width)), start, start + binFrames, i % width);
  });
  const rateHz = windows.rateHz / binFrames;
  const middle = (binFrames - 1) / 2 / windows.rateHz;
  return {
    ...windows,
    data,
    samples: bins,
    samplesBefore: samplesBefore / binFrames,
    rateHz,
    time: Float64Array.from({ length: bins }, (_, b) => (b - samplesBefore / binFrames) / rateHz + middle),
  };
}
