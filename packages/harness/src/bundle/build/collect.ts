import {
  BraidynError,
  isBraidynError,
  parseSessionName,
  sessionKey,
  type BraidynErrorCode,
} from "@braidyn/core";
import { overCores } from "@braidyn/core/pool";
import { openSession, type Session } from "@braidyn/nwb";
import { copyFile, link } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Challenge } from "../../challenge/contract.ts";
import type { SplitDefinition } from "../../challenge/definition.ts";
import type { SplitAssigner } from "../../split/assign.ts";
import type { SplitGroup } from "../../split/members.ts";
import { codeDigest } from "./code-digest.ts";
import type { SkippedSession } from "../manifest.ts";
import { readPart, type SessionPlace, type StoredPart } from "./part-file.ts";
import { sessionInHand, sessionOfFile, type JobResult, type SessionJob } from "./session-job.ts";
import type { SessionTask } from "./session-process.ts";

/** A session's outcome: what it gave, or the error that it ended with. */
type Outcome = { readonly path: string } & ({ readonly result: JobResult } | { readonly error: unknown });

/** One session's rows: the small columns in memory, the input in a file of its own. */
export interface SessionRows extends Omit<StoredPart, "place" | "missing">, SessionPlace {
  readonly group: SplitGroup;
}

/** What all sessions gave. */
export interface Collected {
  readonly used: SessionRows[];
  readonly skipped: (SkippedSession & { readonly group: SplitGroup | null })[];
  readonly subjects: Set<string>;
}

/** What happened to one session. */
export interface BuildProgress {
  /** Sessions done so far, this one included. */
  readonly done: number;
  /** Null when the number of sessions is not known beforehand. */
  readonly total: number | null;
  readonly session: string;
  /** Rows it gave; 0 when it was skipped. */
  readonly rows: number;
  /** Whether an earlier build that did not end had its rows already. */
  readonly reused: boolean;
}

/** Sessions by their paths, so that their number is known beforehand. */
export interface SessionSource {
  readonly paths: readonly string[];
  /** `openSession` by default; with another, sessions are taken one at a time in this process. */
  open?(path: string): Promise<Session>;
}

export type Sessions = AsyncIterable<Session> | Iterable<Session> | SessionSource;

interface CollectOptions {
  readonly challenge: Challenge;
  readonly split: SplitDefinition;
  readonly assign: SplitAssigner;
  readonly seed: number;
  /** Where parts are made, or found from an earlier build. */
  readonly parts: string;
  /** This build's own: parts that it uses are linked here, so that no other build can take them away. */
  readonly scratch: string;
  readonly jobs: number;
  readonly failed: "refuse" | "skip";
  readonly onProgress: (progress: BuildProgress) => void;
}

/**
 * Takes the rows of every session: by paths in several processes where the challenge says where its code is, else one
 * at a time.
 *
 * @throws BraidynError `BUNDLE_SESSION_TWICE`, `BUNDLE_SESSION_FAILED`, `BUNDLE_WRITE`, `CHALLENGE_EXAMPLES`.
 */
export async function collectSessions(sessions: Sessions, options: CollectOptions): Promise<Collected> {
  const { challenge, assign, scratch, onProgress } = options;
  const collected: Collected = { used: [], skipped: [], subjects: new Set() };
  const pathOf = new Map<string, string>();
  const total = "paths" in sessions ? sessions.paths.length : null;
  let done = 0;
  for await (const outcome of outcomesOf(sessions, options)) {
    const result = "error" in outcome ? failedSession(outcome.path, outcome.error, options) : outcome.result;
    const { place } = result;
    refuseTwice(pathOf, place.session, outcome.path);
    if (result.kind === "part" || result.reason !== "failed") collected.subjects.add(place.subject);
    const group = assign(place);
    const rows = result.kind === "part" ? await keepPart(result, join(scratch, `${done}.part`)) : null;
    if (rows === null || rows.missing !== null || rows.count === 0) {
      collected.skipped.push({ session: place.session, type: place.type, group, ...reasonOf(result, rows) });
    } else {
      refuseOtherShape(challenge, rows, collected.used[0]);
      collected.used.push({ ...rows, ...place, group: group as SplitGroup });
    }
    const reused = result.kind === "part" && result.reused;
    onProgress({ done: ++done, total, session: place.session, rows: rows?.count ?? 0, reused });
  }
  return collected;
}

async function* outcomesOf(sessions: Sessions, options: CollectOptions): AsyncGenerator<Outcome> {
  const { challenge, split, assign, seed, parts, scratch, jobs } = options;
  const { definition, module, source, prelude } = challenge;
  const job: SessionJob = { definition, module, assign, seed, folder: parts };
  if (!("paths" in sessions)) return yield* inHand(sessions, { ...job, folder: scratch });
  const { paths, open } = sessions;
  const code = source === undefined ? "" : codeDigest(source);
  if (open === undefined && source !== undefined && jobs > 1 && paths.length > 1) {
    const setup = { source, prelude, definition, split, seed, code, folder: parts };
    return yield* inProcesses(
      paths.map((path): SessionTask => ({ path, ...setup })),
      jobs,
    );
  }
  // without knowing the code, no part of an earlier build can be trusted
  const folder = source === undefined ? scratch : parts;
  for (const path of paths) {
    yield await outcomeOf(path, sessionOfFile(path, open ?? openSession, { ...job, code, folder }));
  }
}

async function* inProcesses(tasks: readonly SessionTask[], processes: number): AsyncGenerator<Outcome> {
  const script = new URL("./session-process.ts", import.meta.url);
  for await (const { task, ...outcome } of overCores<SessionTask, JobResult>(tasks, { script, processes })) {
    yield { path: task.path, ...outcome };
  }
}

async function* inHand(
  sessions: AsyncIterable<Session> | Iterable<Session>,
  job: SessionJob,
): AsyncGenerator<Outcome> {
  let number = 0;
  for await (const session of sessions) {
    const file = join(job.folder, `hand-${number++}.part`);
    try {
      yield await outcomeOf(session.info.path, sessionInHand(session, file, job));
    } finally {
      session.close();
    }
  }
}

async function outcomeOf(path: string, work: Promise<JobResult>): Promise<Outcome> {
  return work.then(
    (result) => ({ path, result }),
    (error: unknown) => ({ path, error }),
  );
}

/** Errors that are not of one session: leaving it out would not mend them. */
const ofTheBuild: readonly BraidynErrorCode[] = ["CHALLENGE_EXAMPLES", "BUNDLE_WRITE"];

function failedSession(path: string, error: unknown, { failed }: CollectOptions): JobResult {
  if (isBraidynError(error) && ofTheBuild.includes(error.code)) throw error;
  const reason = isBraidynError(error)
    ? `${error.code}: ${error.message}`
    : String((error as Error).message ?? error);
  if (failed === "refuse")
    throw new BraidynError("BUNDLE_SESSION_FAILED", { path, reason }, { cause: error });
  // a message may name folders of this machine, which are nobody's business
  const detail = isBraidynError(error) ? error.code : (error as Error).name;
  return { kind: "skipped", place: placeByName(path), reason: "failed", detail };
}

/** What a file's name says of its session, when the file itself says nothing. */
function placeByName(path: string): SessionPlace {
  try {
    const id = parseSessionName(path);
    return { ...id, session: sessionKey(id) };
  } catch {
    return { session: basename(path), subject: "", date: "", day: null, type: "?" };
  }
}

async function keepPart({ file }: Extract<JobResult, { kind: "part" }>, own: string): Promise<StoredPart> {
  // some file systems have no hard links
  await link(file, own).catch(() => copyFile(file, own));
  return readPart(own);
}

function reasonOf(result: JobResult, rows: StoredPart | null): Pick<SkippedSession, "reason" | "detail"> {
  if (result.kind === "skipped") return { reason: result.reason, detail: result.detail };
  return rows?.missing == null
    ? { reason: "empty", detail: "0 rows" }
    : { reason: "missing", detail: rows.missing };
}

function refuseTwice(pathOf: Map<string, string>, session: string, path: string): void {
  const first = pathOf.get(session);
  if (first !== undefined) throw new BraidynError("BUNDLE_SESSION_TWICE", { session, first, second: path });
  pathOf.set(session, path);
}

function refuseOtherShape({ definition }: Challenge, rows: StoredPart, first: SessionRows | undefined): void {
  const [found, earlier] = [
    rows.inputShape.join(", "),
    first?.inputShape.join(", ") ?? rows.inputShape.join(", "),
  ];
  if (found === earlier) return;
  const reason = `inputShape [${found}] != [${earlier}]`;
  throw new BraidynError("CHALLENGE_EXAMPLES", {
    challenge: definition.id,
    session: rows.place.session,
    reason,
  });
}
