import type { SubmissionStatus } from "@braidyn/leaderboard/api";
import { useWords, type Say } from "../words/language.tsx";

/** A status in words. */
export function statusText(status: SubmissionStatus, say: Say): string {
  const texts = {
    waiting: "statusWaiting",
    queued: "statusQueued",
    running: "statusRunning",
    scored: "statusScored",
    refused: "statusRefused",
    failed: "statusFailed",
  } as const;
  return say(texts[status]);
}

/** Whether nothing more will happen by itself. */
export function isOver(status: SubmissionStatus): boolean {
  return ["scored", "refused", "failed"].includes(status);
}

export function StatusTag({ status }: { status: SubmissionStatus }) {
  const { say } = useWords();
  return <span class={`tag status-${status}`}>{statusText(status, say)}</span>;
}
