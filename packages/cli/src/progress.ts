import type { Shell } from "./shell.ts";

/** Tells how far the work has come. */
export type Advance = (done: number, detail: string) => void;

/**
 * Runs work with a bar on standard error where that is a terminal; without one elsewhere, so that logs stay readable. The
 * bar is gone when the work ends, however it ends.
 */
export async function withProgress<T>(
  shell: Shell,
  label: string,
  total: number,
  work: (advance: Advance) => Promise<T>,
): Promise<T> {
  const { stderr } = shell.context;
  if (shell.json || stderr.isTTY !== true || total < 2) return work(() => {});
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    stream: stderr,
    format: `${label} {bar} {value}/{total} {detail}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: null,
    clearOnComplete: true,
    // signals are dealt with by the command's own Interruption
    gracefulExit: false,
  });
  bar.start(total, 0, { detail: "" });
  try {
    return await work((done, detail) => bar.update(done, { detail }));
  } finally {
    bar.stop();
  }
}
