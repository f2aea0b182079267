import type { Generated, JSONColumnType } from "kysely";
import type { BraidynErrorCode } from "@braidyn/core";

/** Columns as the migrations make them. Moments are the server's clock, except where a column says otherwise. */
export interface Tables {
  settings: { key: string; value: string };
  bundles: {
    digest: string;
    challenge: string;
    private_digest: string;
    commitment: string | null;
    /** The challenge's definition, JSON. */
    definition: string;
    /** What its controls score, JSON; private until the reveal, as far as it speaks of the private board. */
    controls: string | null;
    added_at: Date;
  };
  bundle_files: { bundle: string; path: string; sha256: string; bytes: number; blob: string };
  challenges: {
    id: string;
    bundle: string;
    /** The judging that the boards follow. */
    judging: Generated<number>;
    frozen_at: Date | null;
    revealed_at: Date | null;
    created_at: Date;
  };
  blobs: { id: string; bytes: number; sha256: string; created_at: Date };
  blob_pieces: { blob: string; start: number; bytes: Buffer };
  teams: {
    id: string;
    name: string;
    /** The name without what people overlook: case, width, accents. */
    name_key: string;
    kind: "team" | "baseline";
    /** Baselines only. */
    challenge: string | null;
    created_at: Date;
    suspended_at: Date | null;
  };
  tokens: {
    id: string;
    role: "organizer" | "team";
    team: string | null;
    label: string;
    /** SHA-256 of the token. */
    hash: Buffer;
    /** Of a cookie session: the token that opened it. */
    parent: string | null;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
    last_used_at: Date | null;
  };
  invitations: {
    id: string;
    hash: Buffer;
    team: string | null;
    uses_left: number;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  };
  uploads: {
    id: string;
    team: string;
    challenge: string;
    file_name: string;
    kind: SubmissionKindColumn;
    bytes: number;
    sha256: string;
    blob: string;
    received: number;
    expires_at: Date;
    submission: string | null;
  };
  submissions: {
    id: string;
    /** Counts up in the order of acceptance, over all challenges. */
    number: Generated<number>;
    challenge: string;
    team: string;
    file_name: string;
    kind: SubmissionKindColumn;
    bytes: number;
    sha256: string;
    blob: string;
    submitted_at: Date;
    /** Against the limits; not after a failure of the platform. */
    counts: Generated<boolean>;
    final: Generated<boolean>;
  };
  judgings: {
    challenge: string;
    number: number;
    reason: string;
    bundle: string;
    started_at: Date;
    applied_at: Date | null;
  };
  runs: {
    id: string;
    submission: string;
    challenge: string;
    team: string;
    judging: number;
    state: RunState;
    /** pg-boss's job; null while it waits for its turn. */
    job: string | null;
    attempts: Generated<number>;
    worker: string | null;
    queued_at: Date;
    started_at: Date | null;
    finished_at: Date | null;
    /** Of an error: code and parameters, JSON. */
    problem: JSONColumnType<StoredProblem> | null;
    fault: "team" | "platform" | null;
    /** What the entry itself printed, as far as its team may see it. */
    log: string | null;
  };
  results: {
    run: string;
    board: "validation" | "public" | "private";
    /** Canonical JSON, to the byte. */
    report: string;
    score: number | null;
    low: number | null;
    high: number | null;
    verified: boolean;
    /** Public: whether the board moved to it; null while its judging is not the one that counts. */
    moved: boolean | null;
    step: number | null;
    /** The order in which the board took notice. */
    position: Generated<number>;
  };
  receipts: {
    number: number;
    run: string;
    board: "validation" | "public" | "private";
    file: Buffer;
    sha256: string;
  };
  workers: {
    id: string;
    host: string;
    pid: number;
    started_at: Date;
    /** By the database's clock. */
    seen_at: Date;
    running: string | null;
    done: Generated<number>;
    isolation: string;
  };
  announcements: { id: string; at: Date; text: string; by_label: string };
  audit: { id: Generated<number>; at: Date; by_label: string; action: string; detail: string };
}

export type SubmissionKindColumn = "predictions" | "model" | "code";
export type RunState = "waiting" | "queued" | "running" | "scored" | "refused" | "failed";

/** An error as it is kept: its texts are made when it is read, in the reader's language. */
export interface StoredProblem {
  readonly code: BraidynErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
}
