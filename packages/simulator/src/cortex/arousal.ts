import { regions } from "../regions.ts";

/**
 * dF/F by a standard deviation of arousal: broad, most in sensory areas. Assumed. Most of it is slower than the 0.01 Hz
 * below which the dataset's filter lets nothing pass.
 */
const everywhere = 0.01;
const more: Readonly<Record<string, number>> = { SSp_bfd: 0.012, VISp: 0.012, SSp_n: 0.01, MOs: 0.006 };

/** Adds what the cortex shows of `arousal` (a value a frame); `columns` has one array of frames a region. */
export function addArousal(columns: readonly Float64Array[], arousal: Float64Array): void {
  columns.forEach((column, r) => {
    const weight = everywhere + (more[regions[r]!.area.name] ?? 0);
    for (let i = 0; i < column.length; i++) column[i]! += weight * arousal[i]!;
  });
}
