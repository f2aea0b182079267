import type { Rows } from "../../entry/model.ts";

/** rows x frames x regions; axes before these (40 windows in learning-day) are averaged. */
export function averageWindows({ count, input, inputShape }: Rows) {
  const [frames, regions] = inputShape.slice(-2);
  const size = frames * regions;
  const windows = inputShape.slice(0, -2).reduce((product, axis) => product * axis, 1);
  const averaged = new Float64Array(count * size);
  input.forEach((value, i) => {
    const row = Math.floor(i / (windows * size));
    averaged[row * size + (i % size)] += value / windows;
  });
  return { input: averaged, frames, regions };
}
