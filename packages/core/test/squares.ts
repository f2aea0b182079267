import { BraidynError } from "../src/error.ts";
import { serveTasks } from "../src/pool.ts";

/** Squares positive numbers, in a process of its own. */
serveTasks(async (n: number) => {
  console.log("what a task prints is nobody's business");
  if (n === 0) throw new BraidynError("COMMAND_NOT_FOUND", { path: "zero" });
  if (n === 13) process.kill(process.pid, "SIGKILL");
  if (n < 0) throw new RangeError("negative");
  return { square: n * n };
});
