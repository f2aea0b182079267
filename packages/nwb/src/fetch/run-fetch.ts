import { join } from "node:path";
import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Profile } from "../profile.ts";
import { lanes } from "../remote/lanes.ts";
import { safeName, stateName } from "./destination.ts";
import type { FetchOptions, FetchOutcome, FetchProgress, FetchReport } from "./fetch-sessions.ts";
import { finishJob, planJob, type Job, type Place } from "./job.ts";
import { readManifest, writeManifest, type FetchedFile, type Taken } from "./manifest.ts";
import { fileNameOf, findOrigin, type FetchSource, type Origin } from "./origin.ts";
import { paceOf } from "./pace.ts";
import { checkSpace } from "./space.ts";

type RunOptions = FetchOptions & { readonly profile: Profile };

/** What a run knows and tells while it goes on. */
interface Run {
  readonly options: RunOptions;
  readonly place: Place;
  readonly signal: AbortSignal;
  readonly outcomes: Map<string, FetchOutcome>;
  readonly origins: Origin[];
  readonly progress: Progress;
}

/** Plans every session, checks that there is room for all, then fetches them. */
export async function runFetch(
  sources: readonly FetchSource[],
  wanted: Taken,
  options: RunOptions,
): Promise<FetchReport> {
  const { folder, profile, dryRun = false, force = false, parallel = 4 } = options;
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const manifest = new Map(await readManifest(folder));
  const run: Run = {
    ...{ options, signal },
    place: { folder, manifest, force, dryRun, profile },
    outcomes: new Map(),
    origins: [],
    progress: progressOf(sources.length, options.onProgress),
  };
  try {
    const jobs = await planAll(run, sources, wanted, parallel);
    if (dryRun) {
      for (const job of jobs) run.outcomes.set(job.name, planned(job));
      return report(
        run,
        jobs.reduce((bytes, { plannedWith, missingBytes }) => bytes + plannedWith + missingBytes, 0),
      );
    }
    const missing = jobs.reduce((bytes, { missingBytes }) => bytes + missingBytes, 0);
    await checkSpace(folder, roomFor(jobs, parallel));
    run.progress.startFetching(jobs.length, missing);
    await fetchAll(run, jobs, manifest, parallel);
    return report(run, run.progress.bytes());
  } finally {
    stop.abort(new BraidynError("NWB_CLOSED", { path: folder }));
    for (const origin of run.origins) origin.close();
  }
}

async function planAll(
  run: Run,
  sources: readonly FetchSource[],
  wanted: Taken,
  parallel: number,
): Promise<Job[]> {
  const { place, options, signal, progress, origins, outcomes } = run;
  const jobs: Job[] = [];
  await eachOf(named(sources, run), parallel, async ([name, source]) => {
    await attempt(run, name, async () => {
      const origin = await findOrigin(source, { ...options, signal });
      origins.push(origin);
      const plan = await planJob(origin, name, wanted, place, progress.came);
      if (plan.kind === "job") jobs.push(plan);
      else outcomes.set(name, { name, state: "kept", ...plan.file });
    });
    progress.sessionDone();
  });
  return jobs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function fetchAll(
  run: Run,
  jobs: readonly Job[],
  manifest: Map<string, FetchedFile>,
  parallel: number,
): Promise<void> {
  const { place, signal, progress, outcomes } = run;
  const pace = paceOf(jobs.reduce((bytes, { missingBytes }) => bytes + missingBytes, 0));
  const state = join(place.folder, stateName);
  let recording = Promise.resolve();
  const recordAs = (name: string) => async (file: FetchedFile) => {
    manifest.set(name, file);
    recording = recording.catch(() => undefined).then(() => writeManifest(place.folder, state, manifest));
    await recording;
    outcomes.set(name, { name, state: "fetched", ...file });
  };
  await eachOf(jobs, parallel, async (job) => {
    const record = recordAs(job.name);
    await attempt(run, job.name, () =>
      finishJob(job, place, { ...pace, signal, record, onBytes: progress.came }),
    );
    job.origin.close();
    progress.sessionDone();
  });
}

/** Sources by the names of their files, those that can have none being failures. */
function named(sources: readonly FetchSource[], { outcomes }: Run): [string, FetchSource][] {
  const names = new Map<string, FetchSource>();
  for (const source of sources) {
    const label = typeof source === "string" ? source.replace(/\?.*$/s, "") : source.path;
    try {
      const name = safeName(fileNameOf(source), label);
      if (names.has(name)) throw new BraidynError("FETCH_NAME", { source: label, path: name });
      names.set(name, source);
    } catch (error) {
      if (!isBraidynError(error)) throw error;
      outcomes.set(label, { name: label, state: "failed", error });
    }
  }
  return [...names];
}

/** Runs work of one session. What goes wrong there is written down; an end of all, or a bug, is thrown. */
async function attempt({ signal, outcomes }: Run, name: string, work: () => Promise<void>): Promise<void> {
  try {
    signal.throwIfAborted();
    await work();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    outcomes.set(name, { name, state: "failed", error: asBraidynError(error, name) });
  }
}

/** A full disk is news for people. */
function asBraidynError(error: unknown, name: string): BraidynError {
  if (isBraidynError(error)) return error;
  const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return new BraidynError("NWB_WRITE_FAILED", { path: path ?? name, reason: code }, { cause: error });
}

/** All files, and the pieces of those that are made at once: pieces go when their file is there, or become it. */
function roomFor(jobs: readonly Job[], parallel: number): number {
  const sum = (bytes: readonly number[]) => bytes.reduce((total, each) => total + each, 0);
  const pieces = (job: Job) => job.missingBytes;
  const [whole, reduced] = [
    jobs.filter(({ taken }) => taken.whole),
    jobs.filter(({ taken }) => !taken.whole),
  ];
  const largest = reduced.map(pieces).sort((a, b) => b - a);
  return sum(whole.map(pieces)) + sum(reduced.map((job) => job.fileBytes)) + sum(largest.slice(0, parallel));
}

function planned({ name, fileBytes, plannedWith, missingBytes, lacking }: Job): FetchOutcome {
  return { name, state: "planned", toFetch: plannedWith + missingBytes, bytes: fileBytes, lacking };
}

function report({ outcomes }: Run, bytes: number): FetchReport {
  const sessions = [...outcomes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { sessions, bytes };
}

interface Progress {
  readonly came: (bytes: number) => void;
  bytes(): number;
  sessionDone(): void;
  startFetching(sessions: number, missingBytes: number): void;
}

function progressOf(sessions: number, tell: (progress: FetchProgress) => void = () => {}): Progress {
  let now: FetchProgress = { phase: "plan", sessions: 0, of: sessions, bytes: 0, plannedBytes: 0 };
  const change = (changes: Partial<FetchProgress>) => {
    now = { ...now, ...changes };
    tell({ ...now, plannedBytes: Math.max(now.bytes, now.plannedBytes) });
  };
  return {
    came: (bytes) => change({ bytes: now.bytes + bytes }),
    bytes: () => now.bytes,
    sessionDone: () => change({ sessions: now.sessions + 1 }),
    startFetching: (of, missing) =>
      change({ phase: "fetch", sessions: 0, of, plannedBytes: now.bytes + missing }),
  };
}

/** Runs `work` on every item, at most `width` at a time; the first error ends it, once what runs has ended. */
async function eachOf<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const { run } = lanes(width);
  let failed = false;
  const done = items.map((item) =>
    run("large", async () => {
      if (failed) return;
      await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }),
  );
  const rejected = (await Promise.allSettled(done)).find(({ status }) => status === "rejected");
  if (rejected?.status === "rejected") throw rejected.reason;
}
