import type { Bundle, Signer } from "@braidyn/harness";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import type { Job, JobAttempt } from "pg-boss";
import { openStoredBundle, storedFiles } from "../challenges/stored-bundle.ts";
import { isUnreachable } from "../database/connect.ts";
import { notifyEvent, queueChannel } from "../database/notify.ts";
import type { Platform } from "../platform.ts";
import { scoreQueue, touchMilliseconds } from "../queue/boss.ts";
import type { ScoreJob } from "../queue/enqueue.ts";
import { reconcile } from "../queue/reconcile.ts";
import { openSigner } from "../receipts/chain.ts";
import { finish, type RunAtWork } from "./finish.ts";
import type { Scorer } from "./scorer.ts";

/** A worker that takes one job after another. */
export interface Worker {
  readonly id: string;
  /** Lets the job at hand end, within `graceMilliseconds`; then it is given back. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly platform: Platform;
  readonly scorer: Scorer;
  readonly graceMilliseconds?: number;
}

/** Without a notification, the queue is looked at so often. */
const pollMilliseconds = 2000;
const reconcileMilliseconds = 5000;

/** Starts taking jobs. */
export async function startWorker({
  platform,
  scorer,
  graceMilliseconds = 20_000,
}: WorkerOptions): Promise<Worker> {
  const { db, log } = platform;
  const id = randomUUID();
  const folder = await mkdtemp(join(tmpdir(), "braidyn-worker-"));
  const state: WorkerState = {
    id,
    folder,
    scorer,
    platform,
    bundles: new Map(),
    signer: await openSigner(db),
    job: null,
  };
  await db
    .insertInto("workers")
    .values({
      id,
      host: hostname(),
      pid: process.pid,
      running: null,
      isolation: scorer.isolation,
      ...databaseTimes,
    })
    .execute();
  const stopping = new AbortController();
  let wake = (): void => {};
  const listening = platform.database.listen(queueChannel, () => wake());
  const pulse = setInterval(() => void beat(state), touchMilliseconds);
  const reconciling = setInterval(
    () => void reconcile(platform).catch(unlessUnreachable(log)),
    reconcileMilliseconds,
  );
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      const job = await next(platform);
      if (job !== null) await work(state, job);
      else await new Promise<void>((resolve) => (wake = after(pollMilliseconds, resolve)));
    }
  })();
  return {
    id,
    stop: async () => {
      stopping.abort();
      wake();
      const late = setTimeout(() => state.job?.abort.abort(new Error("the worker stops")), graceMilliseconds);
      await loop;
      clearTimeout(late);
      clearInterval(pulse);
      clearInterval(reconciling);
      await listening.close();
      await db
        .deleteFrom("workers")
        .where("id", "=", id)
        .execute()
        .catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Calls `done` after a time, or when what it returns is called. */
function after(milliseconds: number, done: () => void): () => void {
  const timer = setTimeout(done, milliseconds);
  return () => {
    clearTimeout(timer);
    done();
  };
}

/** By the database's clock: workers' own may be wrong. */
const databaseTimes = { started_at: sql<Date>`now()`, seen_at: sql<Date>`now()` };

interface WorkerState {
  readonly id: string;
  readonly folder: string;
  readonly scorer: Scorer;
  readonly platform: Platform;
  readonly bundles: Map<string, Promise<Bundle>>;
  readonly signer: Signer;
  job: {
    readonly attempt: JobAttempt;
    readonly submission: string;
    readonly abort: AbortController;
  } | null;
}

/** Says that this worker lives, and that it still has its job; one that was given to another is dropped. */
async function beat({ id, job, platform: { db, boss, log } }: WorkerState): Promise<void> {
  try {
    await db
      .updateTable("workers")
      .set({ seen_at: sql<Date>`now()`, running: job?.submission ?? null })
      .where("id", "=", id)
      .execute();
    if (job === null) return;
    const touched = (await boss.touch(scoreQueue, job.attempt)) as { affected?: number };
    if (touched.affected === 0) job.abort.abort(new Error("the job was given to another worker"));
  } catch (error) {
    unlessUnreachable(log)(error);
  }
}

async function next({ boss, log }: Platform): Promise<(Job<ScoreJob> & { retryCount: number }) | null> {
  try {
    const [job] = await boss.fetch<ScoreJob>(scoreQueue, { batchSize: 1 });
    return (job as (Job<ScoreJob> & { retryCount: number }) | undefined) ?? null;
  } catch (error) {
    unlessUnreachable(log)(error);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return null;
  }
}

/** Does one job. What goes wrong here is the platform's fault: the job goes back to the queue. */
async function work(state: WorkerState, job: Job<ScoreJob> & { retryCount: number }): Promise<void> {
  const { platform } = state;
  const { boss, log } = platform;
  const attempt = { id: job.id, retryCount: job.retryCount };
  const started = performance.now();
  try {
    const run = await begin(state, job.data.run, job.id);
    if (run === null) {
      await boss.complete(scoreQueue, attempt);
      return;
    }
    state.job = { attempt, submission: run.submission, abort: new AbortController() };
    await beat(state);
    const bundle = await bundleOf(state, run.bundle);
    const outcome = await inFile(state, run, (path) => scoreFile(state, run, bundle, path));
    await finish(platform, {
      run,
      job: attempt,
      outcome,
      privateDigest: bundle.privateDigest ?? "",
      signer: state.signer,
    });
    await platform.db
      .updateTable("workers")
      .set(({ eb }) => ({ done: eb("done", "+", 1), running: null }))
      .where("id", "=", state.id)
      .execute();
    const ms = Math.round(performance.now() - started);
    log.info({ run: run.id, submission: run.submission, status: outcome.status, ms }, "run finished");
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    log.error({ job: job.id, run: job.data.run, message, stack }, "run failed by the platform's fault");
    await giveBack(state, attempt, message);
  } finally {
    state.job = null;
  }
}

/** Gives a job back; where it was the last attempt, its run has failed. */
async function giveBack({ platform }: WorkerState, attempt: JobAttempt, message: string): Promise<void> {
  try {
    await platform.boss.fail(scoreQueue, attempt, { message });
    await reconcile(platform);
  } catch (error) {
    unlessUnreachable(platform.log)(error); // its lease runs out
  }
}

/** Takes the run for this worker; null where there is nothing to do, because it is finished or was queued anew. */
async function begin({ id, platform }: WorkerState, run: string, job: string): Promise<RunAtWork | null> {
  const { db, clock } = platform;
  const taken = await db
    .updateTable("runs")
    .set(({ eb, fn, val }) => ({
      state: "running",
      worker: id,
      attempts: eb("attempts", "+", 1),
      started_at: fn.coalesce("started_at", val(clock.now())),
    }))
    .where("id", "=", run)
    .where("job", "=", job)
    .where("state", "in", ["queued", "running"])
    .returning(["id", "submission", "challenge", "team", "judging"])
    .executeTakeFirst();
  if (taken === undefined) return null;
  const { bundle } = await db
    .selectFrom("judgings")
    .select("bundle")
    .where("challenge", "=", taken.challenge)
    .where("number", "=", taken.judging)
    .executeTakeFirstOrThrow();
  const { challenge, team, submission } = taken;
  await notifyEvent(db, { event: "submission", challenge, team, id: submission, status: "running" });
  return { ...taken, bundle };
}

/** Several challenges may take turns; each bundle's truth is read once. */
async function bundleOf({ bundles, platform: { db, store } }: WorkerState, digest: string): Promise<Bundle> {
  let bundle = bundles.get(digest);
  if (bundle === undefined) {
    bundle = openStoredBundle(db, store, digest);
    bundles.set(digest, bundle);
    bundle.catch(() => bundles.delete(digest));
    if (bundles.size > 4) bundles.delete(bundles.keys().next().value as string);
  }
  return bundle;
}

/** Writes the submission into a file of this worker's own for `use`, and removes it. */
async function inFile<T>(
  { folder, platform: { db, store } }: WorkerState,
  { submission }: RunAtWork,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const { blob } = await db
    .selectFrom("submissions")
    .select("blob")
    .where("id", "=", submission)
    .executeTakeFirstOrThrow();
  const path = join(folder, randomUUID());
  try {
    const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
    await pipeline(Readable.from(store.read(db, blob), { objectMode: false }), target);
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function scoreFile(
  state: WorkerState,
  { submission, bundle: digest }: RunAtWork,
  bundle: Bundle,
  path: string,
) {
  const { scorer, platform } = state;
  const { kind } = await platform.db
    .selectFrom("submissions")
    .select("kind")
    .where("id", "=", submission)
    .executeTakeFirstOrThrow();
  const signal = state.job?.abort.signal ?? new AbortController().signal;
  return scorer.score({ kind, path, bundle, signal, publicFolder: () => writePublic(state, digest, bundle) });
}

async function writePublic({ folder, platform: { db, store } }: WorkerState, digest: string, bundle: Bundle) {
  const target = join(folder, `bundle-${digest}`);
  const files = storedFiles(db, store, digest);
  for (const path of ["manifest.json", ...bundle.manifest.files.map((file) => file.path)]) {
    const to = join(target, "public", path);
    const found = await files.read(`public/${path}`);
    await mkdir(dirname(to), { recursive: true });
    const { writeFile } = await import("node:fs/promises");
    if (found !== null) await writeFile(to, found.bytes);
  }
  return target;
}

/** A database that is away comes back; everything else is worth a line. */
function unlessUnreachable(log: Platform["log"]): (error: unknown) => void {
  return (error) => {
    if (isUnreachable(error)) log.debug({ reason: String(error) }, "database away");
    else log.error({ reason: error instanceof Error ? error.stack : String(error) }, "worker");
  };
}
