import { BraidynError, commandTexts, isBraidynError } from "@braidyn/core";
import type { Board, Bundle } from "@braidyn/harness";
import type { EntryRun, Isolation } from "@braidyn/runner";
import { shownBytes } from "../bytes.ts";
import { abortable } from "../fetch/abort.ts";
import type { SayText, Shell } from "../shell.ts";

/** What `--isolation` takes. */
export type IsolationName = "auto" | "none";

export interface SubmissionRun {
  readonly board: Board;
  readonly isolation: IsolationName;
  readonly twice: boolean;
}

/**
 * Reads, runs and scores a submission of any kind; Ctrl-C ends what runs. What a refused entry printed is shown first, as
 * far as its team may see it.
 *
 * @throws BraidynError why it is refused.
 */
export async function runSubmission(
  path: string,
  bundle: Bundle,
  { board, isolation, twice }: SubmissionRun,
  shell: Shell,
): Promise<EntryRun> {
  const { runEntry } = await import("@braidyn/runner");
  const run = await abortable(shell.context.interruption, (signal) =>
    runEntry({
      ...{ submission: { path }, bundle, boards: [board], signal },
      repeat: twice ? true : undefined,
      isolation: () => askedIsolation(isolation, shell),
    }),
  );
  shell.context.interruption.check();
  if (run.problem === null) return run;
  if (run.log.text !== "") await shell.note(run.log.text.trimEnd());
  throw run.problem;
}

/** @throws BraidynError `RUN_NO_ISOLATION`. */
export async function askedIsolation(name: IsolationName, shell: Shell): Promise<Isolation> {
  const { chooseIsolation, none } = await import("@braidyn/runner");
  const python = shell.context.env["BRAIDYN_PYTHON"] ?? "python3";
  if (name === "none") {
    await shell.note(shell.text(commandTexts.notIsolatedWarning));
    return none(python);
  }
  try {
    return await chooseIsolation({ code: "of-others", python });
  } catch (cause) {
    if (!isBraidynError(cause) || !cause.code.startsWith("ISOLATION_")) throw cause;
    const { message } = cause.in(shell.language);
    throw new BraidynError("RUN_NO_ISOLATION", { reason: message }, { cause });
  }
}

/** What a run took, a line a program; nothing for submitted predictions. */
export function runNotes({ timings }: EntryRun, text: SayText): string[] {
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const steps = timings.steps.map(({ step, wallSeconds, cpuSeconds, peakMemoryBytes }) =>
    text(commandTexts.runSteps, {
      step,
      seconds: rounded(wallSeconds),
      cpu: cpuSeconds === null ? "-" : rounded(cpuSeconds),
      memory: peakMemoryBytes === null ? "-" : shownBytes(peakMemoryBytes),
    }),
  );
  const { latency } = timings;
  if (latency === null) return steps;
  const milliseconds = (value: number) => Math.round(value * 1000) / 1000;
  const { frames, medianMs, p95Ms, maxMs } = latency;
  const words = {
    frames,
    median: milliseconds(medianMs),
    p95: milliseconds(p95Ms),
    max: milliseconds(maxMs),
  };
  return [...steps, text(commandTexts.runLatency, words)];
}
