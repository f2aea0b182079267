import { BraidynError } from "@braidyn/core";
import type { Board, Bundle, Report } from "@braidyn/harness";
import { findIsolation, runEntry, type EntryRun, type IsolationFound } from "@braidyn/runner";
import { predictionsScorer } from "./predictions-scorer.ts";
import type { Outcome, Scorer, ScoringTask } from "./scorer.ts";

/**
 * What this machine can score: models and code where they can be isolated, predictions everywhere. Programs are tried in
 * isolation first, once a process, in about half a second.
 */
export async function findScorer(): Promise<Scorer> {
  const found = await findIsolation();
  return found.on === null ? withoutPrograms(found.refusal) : withPrograms(found.on);
}

function withoutPrograms(refusal: BraidynError): Scorer {
  return { ...predictionsScorer, isolation: `predictions only: ${refusal.message}` };
}

function withPrograms({ isolation, version, limitedBy }: NonNullable<IsolationFound["on"]>): Scorer {
  return {
    kinds: ["predictions", "model", "code"],
    isolation: `${isolation.name} ${version}, ${limitedBy}`,
    score: async (task) => {
      if (task.kind === "predictions") return predictionsScorer.score(task);
      const { kind, path, bundle, signal } = task;
      const boards = await heldOutBoards(bundle);
      const run = await runEntry({ submission: { path }, bundle, boards, isolation, signal });
      return outcomeOf(run, kind);
    },
  };
}

/** One run serves both: they are rows of one split. Validation is the team's own to try on. */
async function heldOutBoards(bundle: Bundle): Promise<Board[]> {
  const { boards } = await bundle.truth("test");
  return (["public", "private"] as const).filter((board) => boards.includes(board));
}

/** @throws what ended the run from outside: the job then goes to another worker. */
function outcomeOf(run: EntryRun, asked: ScoringTask["kind"]): Outcome {
  const log = logOf(run);
  if (run.status === "aborted") throw run.problem ?? new Error("the run was ended");
  if (run.problem !== null) return { status: "refused", error: run.problem, log };
  if (run.kind !== null && run.kind !== asked) {
    const error = new BraidynError("LEADERBOARD_KIND_OTHER", { asked, found: run.kind });
    return { status: "refused", error, log };
  }
  const reports = Object.fromEntries(run.reports.map((report): [Board, Report] => [report.board, report]));
  return { status: "scored", reports, log };
}

/** What its programs took, a line each; on held-out rows nothing that they printed. */
function logOf({ timings: { steps, latency }, log }: EntryRun): string | null {
  const lines = steps.map(({ step, round, wallSeconds, cpuSeconds, peakMemoryBytes }) => {
    const cpu = cpuSeconds === null ? "" : `, ${cpuSeconds.toFixed(2)} s of CPU`;
    const memory = peakMemoryBytes === null ? "" : `, ${Math.ceil(peakMemoryBytes / 1e6)} MB`;
    return `${step} ${round}: ${wallSeconds.toFixed(2)} s${cpu}${memory}`;
  });
  if (latency !== null) {
    const { frames, medianMs, p95Ms, maxMs } = latency;
    const numbers = [medianMs, p95Ms, maxMs].map((value) => value.toFixed(3)).join(" / ");
    lines.push(`frames ${frames}: ${numbers} ms (median / p95 / max)`);
  }
  const text = [...lines, log.text].filter((line) => line !== "").join("\n");
  return text === "" ? null : text;
}
