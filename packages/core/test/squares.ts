import { BraidynError } from "../src/error.ts";
import { poolTask } from "../src/pool.ts";

/** Squares positive numbers, in a process of its own. */
export const run = poolTask(async (n: number) => {
  if (n === 0) throw new BraidynError("COMMAND_NOT_FOUND", { path: "zero" });
  if (n === 13) process.exit(3);
  if (n < 0) throw new RangeError("negative");
  return { square: n * n };
});
