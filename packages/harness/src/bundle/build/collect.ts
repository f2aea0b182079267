import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Challenge, Examples } from "../../challenge/contract.ts";
import type { SplitAssigner, SplitSubject } from "../../split/assign.ts";
import type { SplitGroup } from "../../split/members.ts";
import { checkExamples } from "../check-examples.ts";
import type { SkippedSession } from "../manifest.ts";
import { sha256 } from "../sha256.ts";

/** One session's rows: the small columns in memory, the input in a file of its own. */
export interface SessionRows {
  readonly session: string;
  readonly subject: string;
  readonly date: string;
  readonly day: number | null;
  readonly group: SplitGroup;
  readonly count: number;
  readonly inputShape: readonly number[];
  readonly time: Float64Array;
  readonly truth: Readonly<Record<string, Float64Array>>;
  readonly reference: Readonly<Record<string, Float64Array>>;
  /** Holds count x inputShape float32, nothing else. */
  readonly inputFile: string;
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
}

interface CollectOptions {
  readonly challenge: Challenge;
  readonly assign: SplitAssigner;
  readonly seed: number;
  /** Where the input files go. */
  readonly folder: string;
  readonly total: number | null;
  readonly onProgress: (progress: BuildProgress) => void;
}

/**
 * Takes the rows of every session, one at a time, and closes it.
 *
 * @throws BraidynError `BUNDLE_SESSION_TWICE`, `CHALLENGE_EXAMPLES`, and whatever a damaged file throws.
 */
export async function collectSessions(
  sessions: AsyncIterable<Session> | Iterable<Session>,
  options: CollectOptions,
): Promise<Collected> {
  const collected: Collected = { used: [], skipped: [], subjects: new Set() };
  const pathOf = new Map<string, string>();
  for await (const session of sessions) {
    try {
      const place = session.info;
      refuseTwice(pathOf, place.session, session.info.path);
      collected.subjects.add(place.subject);
      const before = collected.used.length;
      await collectOne(session, place, collected, options);
      const rows = collected.used[before]?.count ?? 0;
      const done = pathOf.size;
      options.onProgress({ done, total: options.total, session: place.session, rows });
    } finally {
      session.close();
    }
  }
  return collected;
}

function refuseTwice(pathOf: Map<string, string>, session: string, path: string): void {
  const first = pathOf.get(session);
  if (first !== undefined) throw new BraidynError("BUNDLE_SESSION_TWICE", { session, first, second: path });
  pathOf.set(session, path);
}

async function collectOne(
  session: Session,
  place: SplitSubject,
  { used, skipped }: Collected,
  { challenge, assign, seed, folder }: CollectOptions,
): Promise<void> {
  const { definition } = challenge;
  const group = assign(place);
  const type = session.info.type;
  const skip = (reason: SkippedSession["reason"], detail: string) =>
    skipped.push({ session: place.session, type, reason, detail, group });
  const { days, type: wanted } = definition.data.sessions;
  if (type !== wanted) return void skip("type", `${type} != ${wanted}`);
  if (days !== undefined && !within(place.day, days)) return void skip("days", `day ${place.day ?? "?"}`);
  if (group === null) return void skip("unused", definition.split.unit);
  const examples = await examplesOf(
    session,
    challenge,
    await sessionSeed(definition.id, place.session, seed),
  );
  if (typeof examples === "string") return void skip("missing", examples);
  checkExamples(definition, place.session, examples, used[0]?.inputShape ?? null);
  if (examples.count === 0) return void skip("empty", "0 rows");
  const { count, inputShape, time, truth, reference = {}, input } = examples;
  const inputFile = join(folder, `${used.length}.f32`);
  await writeFile(inputFile, new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
  const { subject, day, date } = session.info;
  const rows = { count, inputShape, time, truth, reference, inputFile };
  used.push({ session: place.session, subject, date, day, group, ...rows });
}

/** A session that lacks what the challenge needs is left out, with what it lacks; a damaged one stops the build. */
async function examplesOf(session: Session, { module }: Challenge, seed: number): Promise<Examples | string> {
  try {
    return await module.examples(session, { seed });
  } catch (error) {
    if (isBraidynError(error, "NWB_MISSING")) return String(error.parameters.what);
    throw error;
  }
}

/** 32 bits that depend on the session and not on when it came, so that any order of sessions gives the same rows. */
async function sessionSeed(challenge: string, session: string, seed: number): Promise<number> {
  const text = JSON.stringify([challenge, session, seed]);
  return Number.parseInt((await sha256(new TextEncoder().encode(text))).slice(0, 8), 16);
}

function within(day: number | null, { from, to }: { from: number; to: number }): boolean {
  return day !== null && day >= from && day <= to;
}
