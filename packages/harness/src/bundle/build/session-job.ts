import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import { join } from "node:path";
import type { ChallengeModule, Examples } from "../../challenge/contract.ts";
import type { ChallengeDefinition } from "../../challenge/definition.ts";
import { noFeatures, sessionFeatures } from "../../controls/session-features.ts";
import type { SplitAssigner } from "../../split/assign.ts";
import { checkExamples } from "../check-examples.ts";
import type { SkippedSession } from "../manifest.ts";
import { sha256 } from "../sha256.ts";
import { fileIdentity, partKey, type PartSource } from "./part-key.ts";
import { isWholePart, readPart, writePart, type SessionPart, type SessionPlace } from "./part-file.ts";
import { asWriteError } from "./write-error.ts";

/** How to take the rows of a session. */
export interface SessionJob {
  readonly definition: ChallengeDefinition;
  readonly module: ChallengeModule;
  readonly assign: SplitAssigner;
  readonly seed: number;
  /** Where parts go. */
  readonly folder: string;
}

/** What became of a session. */
export type JobResult =
  | { readonly kind: "part"; readonly place: SessionPlace; readonly file: string; readonly reused: boolean }
  | {
      readonly kind: "skipped";
      readonly place: SessionPlace;
      readonly reason: SkippedSession["reason"];
      readonly detail: string;
    };

/**
 * Takes the rows of a file's session into a part, or finds that an earlier build did.
 *
 * @throws BraidynError `BUNDLE_SESSION_CHANGED` for a file that was written to meanwhile, and as {@link takeRows}.
 */
export async function sessionOfFile(
  path: string,
  open: (path: string) => Promise<Session>,
  job: SessionJob & Pick<PartSource, "code">,
): Promise<JobResult> {
  const before = await fileIdentity(path).catch(() => null);
  // a path may be anything that `open` understands; what is no file cannot be known again
  const key = before === null ? null : await partKey(path, job);
  const file = join(job.folder, `${key ?? (await sha256(new TextEncoder().encode(path)))}.part`);
  if (key !== null && (await isWholePart(file, key))) {
    const { place } = await readPart(file);
    const left = leftOut(place, job);
    return left === null ? { kind: "part", place, file, reused: true } : { kind: "skipped", place, ...left };
  }
  const session = await open(path);
  try {
    const place = placeOf(session);
    const left = leftOut(place, job);
    if (left !== null) return { kind: "skipped", place, ...left };
    await takeRows(session, { ...job, file, key: key ?? path });
    if (before !== null && (await fileIdentity(path)) !== before) {
      throw new BraidynError("BUNDLE_SESSION_CHANGED", { session: place.session, path });
    }
    return { kind: "part", place, file, reused: false };
  } finally {
    session.close();
  }
}

/** Takes the rows of an open session into a part. The session stays open. @throws as {@link takeRows}. */
export async function sessionInHand(session: Session, file: string, job: SessionJob): Promise<JobResult> {
  const place = placeOf(session);
  const left = leftOut(place, job);
  if (left !== null) return { kind: "skipped", place, ...left };
  await takeRows(session, { ...job, file, key: "" });
  return { kind: "part", place, file, reused: false };
}

function placeOf({ info: { session, subject, date, day, type } }: Session): SessionPlace {
  return { session, subject, date, day, type };
}

function leftOut(
  place: SessionPlace,
  { definition, assign }: SessionJob,
): Pick<SkippedSession, "reason" | "detail"> | null {
  const { days, type } = definition.data.sessions;
  if (place.type !== type) return { reason: "type", detail: `${place.type} != ${type}` };
  if (days !== undefined && !within(place.day, days))
    return { reason: "days", detail: `day ${place.day ?? "?"}` };
  return assign(place) === null ? { reason: "unused", detail: definition.split.unit } : null;
}

/** @throws BraidynError `CHALLENGE_EXAMPLES`, `BUNDLE_WRITE`, and whatever a damaged file throws. */
async function takeRows(
  session: Session,
  { definition, module, seed, file, key }: SessionJob & { file: string; key: string },
): Promise<void> {
  const place = placeOf(session);
  const examples = await examplesOf(session, module, await sessionSeed(definition.id, place.session, seed));
  if (typeof examples === "string")
    return store(file, key, { ...nothing, place, missing: examples }, noInput);
  checkExamples(definition, place.session, examples, null);
  const { count, inputShape, time, truth, reference = {}, input } = examples;
  const features = count === 0 ? noFeatures : await sessionFeatures(session, definition, time);
  await store(
    file,
    key,
    { place, missing: null, count, inputShape, time, truth, reference, features },
    input,
  );
}

const noInput = new Float32Array(0);
const nothing = {
  ...{ count: 0, inputShape: [], time: new Float64Array(0), truth: {}, reference: {}, features: noFeatures },
} as const;

async function store(file: string, key: string, part: SessionPart, input: Float32Array): Promise<void> {
  await writePart(file, key, part, input).catch((error: unknown) => {
    throw asWriteError(error, file) ?? error;
  });
}

/** A session that lacks what the challenge needs is left out, with what it lacks; a damaged one is an error. */
async function examplesOf(
  session: Session,
  module: ChallengeModule,
  seed: number,
): Promise<Examples | string> {
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
