import { commandTexts } from "@braidyn/core";
import type { FetchProgress } from "@braidyn/nwb/fetch";
import { shownBytes } from "../bytes.ts";
import type { Shell } from "../shell.ts";

/** Shows how far a fetch has come, on terminals only; the bar is gone when the work ends. */
export async function withFetchProgress<T>(
  shell: Shell,
  work: (tell: (progress: FetchProgress) => void) => Promise<T>,
): Promise<T> {
  const { stderr } = shell.context;
  if (shell.json || stderr.isTTY !== true) return work(() => {});
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    stream: stderr,
    format: "{label} {bar} {came}  {sessions}/{of}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: null,
    clearOnComplete: true,
    // signals are dealt with by the command's own Interruption
    gracefulExit: false,
  });
  const shown = ({ phase, sessions, of, bytes, plannedBytes }: FetchProgress) => ({
    label: shell.text(phase === "plan" ? commandTexts.planning : commandTexts.fetching),
    came: phase === "plan" ? shownBytes(bytes) : `${shownBytes(bytes)} / ${shownBytes(plannedBytes)}`,
    ...{ sessions, of },
  });
  const start: FetchProgress = { phase: "plan", sessions: 0, of: 0, bytes: 0, plannedBytes: 0 };
  bar.start(1, 0, shown(start));
  try {
    return await work((progress) => {
      const share =
        progress.phase === "plan"
          ? progress.sessions / Math.max(1, progress.of)
          : progress.bytes / Math.max(1, progress.plannedBytes);
      bar.update(Math.min(1, share), shown(progress));
    });
  } finally {
    bar.stop();
  }
}
