import { Interrupted } from "../interruption.ts";
import type { Shell } from "../shell.ts";

const checkMilliseconds = 100;

/** Waits until the process is asked to end: Ctrl-C, or a service manager's SIGTERM. Inside `attended` work. */
export async function untilInterrupted({ context: { interruption } }: Shell): Promise<void> {
  for (;;) {
    try {
      interruption.check();
    } catch (error) {
      if (error instanceof Interrupted) return;
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, checkMilliseconds));
  }
}
