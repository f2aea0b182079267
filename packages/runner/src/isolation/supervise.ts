import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { capture } from "./capture.ts";
import { startTalk } from "./converse.ts";
import type { RunRequest } from "./isolation.ts";

/** Why a run was ended from outside. */
export type Cause = "wall-time" | "cpu-time" | "file-size" | "stream-size" | "aborted" | "conversation";

/** What a run looked like from outside. */
export interface Observed {
  /** Null where it ended by itself. */
  readonly cause: Cause | null;
  /** Of the process that was started; both null where it could not be. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly wallSeconds: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** What the conversation threw. */
  readonly failure: { readonly error: unknown } | null;
}

export interface Supervision {
  /** Ends everything that the run has started. Is called more than once, at last when the run has ended. */
  readonly kill: () => void;
  /** Looks four times a second whether the run must end; null where not. */
  readonly check: () => Cause | null;
}

/** How long things may take that a program has no part in, in milliseconds. */
const patienceMs = { check: 250, afterFailure: 500, afterKill: 1000, toClose: 2000 } as const;

/** Watches a run to its end: the clock, the streams, the caller's signal and the conversation. It always comes to one. */
export async function supervise(
  child: ChildProcess,
  request: RunRequest,
  { kill, check }: Supervision,
): Promise<Observed> {
  const started = performance.now();
  let cause: Cause | null = null;
  const stop = (reason: Cause) => {
    cause ??= reason;
    kill();
  };
  const { limits, signal } = request;
  const overflow = () => stop("stream-size");
  const live = request.converse !== undefined;
  const stdout = capture(readable(child.stdout), limits.streamBytes, overflow, { live });
  const stderr = capture(readable(child.stderr), limits.streamBytes, overflow);
  const exited = exitOf(child);
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const talk = startTalk(request, stdout.live && child.stdin && { stdin: child.stdin, stdout: stdout.live });

  const watch = setInterval(() => {
    const reason = check();
    if (reason !== null) stop(reason);
  }, patienceMs.check);
  const clock = setTimeout(() => stop("wall-time"), limits.wallSeconds * 1000);
  const onAbort = () => stop("aborted");
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  void talk.ended.then(async () => {
    stdout.drain();
    if (talk.failure() === null) return;
    child.stdin?.destroy();
    await Promise.race([exited, sleep(patienceMs.afterFailure)]);
    stop("conversation"); // of no effect where the run has ended
  });

  const { exitCode, signal: ending } = await exited;
  const endedBy = cause as Cause | null;
  const wallSeconds = (performance.now() - started) / 1000;
  clearTimeout(clock);
  clearInterval(watch);
  signal?.removeEventListener("abort", onAbort);
  // what it has left running goes with it, and lets go of the streams
  kill();
  // what the program said last may still be on its way to the conversation
  const leftMs = Math.max(patienceMs.afterKill, limits.wallSeconds * 1000 - wallSeconds * 1000);
  const talked = await within(talk.ended, endedBy === null ? leftMs : patienceMs.afterKill);
  stdout.drain();
  await within(closed, patienceMs.toClose);
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
  return {
    ...{ cause: endedBy ?? (talked ? null : "wall-time"), exitCode, signal: ending, wallSeconds },
    ...{ stdout: stdout.bytes(), stderr: stderr.bytes(), failure: talk.failure() },
  };
}

function exitOf(child: ChildProcess): Promise<{ exitCode: number | null; signal: string | null }> {
  return new Promise((resolve) => {
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
    // it could not be started: no exit follows
    child.once("error", () => {
      if (child.pid === undefined) resolve({ exitCode: null, signal: null });
    });
  });
}

/** Whether `promise` has settled in time. */
async function within(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  const giveUp = new AbortController();
  const late = sleep(milliseconds, false, { signal: giveUp.signal }).catch(() => false);
  const inTime = await Promise.race([promise.then(() => true), late]);
  giveUp.abort();
  return inTime;
}

function readable(stream: NodeJS.ReadableStream | null): NodeJS.ReadableStream {
  if (stream === null) throw new TypeError("a supervised process has its stdout and stderr on pipes");
  return stream;
}
