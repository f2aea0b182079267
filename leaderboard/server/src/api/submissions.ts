import { z } from "zod";
import { defineRoute } from "./route.ts";
import { challengeId, challengeParams, digest, id, idParams, moment, problem, reportBoard } from "./words.ts";

export const submissionStatus = z.enum([
  /** Behind another of the same team: one of a team is in the queue at a time. */
  "waiting",
  "queued",
  "running",
  "scored",
  /** Its own fault, which `problem` tells; counts against the limits. */
  "refused",
  /** The platform's fault; does not count, and the same bytes may be sent again. */
  "failed",
]);

export const submissionKind = z.enum(["predictions", "model", "code"]);

/** Scores of a submission as far as its team may see them. */
export const boardResult = z.object({
  board: reportBoard,
  /** Null where only whether it moved is told. */
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Public: whether the board's score moved to this one. */
  moved: z.boolean().nullable(),
  /** Public: by how much it had to be better. */
  step: z.number().nullable(),
  /** Public: the score that the board shows after it. */
  standing: z.number().nullable(),
  /** Whether the report, and its receipt, can be had. */
  report: z.boolean(),
});

export const submission = z.object({
  id,
  challenge: challengeId,
  team: z.object({ id, name: z.string() }),
  /** As the team called the file; for people only. */
  fileName: z.string(),
  kind: submissionKind,
  bytes: z.int(),
  sha256: digest,
  status: submissionStatus,
  submittedAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  /** Submissions ahead of it; null unless it waits. */
  ahead: z.int().nullable(),
  /** Whether it counts against the limits. */
  counts: z.boolean(),
  final: z.boolean(),
  verified: z.boolean(),
  problem: problem.nullable(),
  results: z.array(boardResult),
});

/** How much may still be sent. */
export const quota = z.object({
  day: z.object({ used: z.int(), limit: z.int(), resetsAt: moment }),
  total: z.object({ used: z.int(), limit: z.int() }),
  timeZone: z.string(),
});

const accepted = z.object({
  submission,
  /** Whether the team had sent these very bytes before: then it is that submission, and nothing was counted. */
  cached: z.boolean(),
  quota,
});

const submitErrors = [
  "LEADERBOARD_CLOSED",
  "LEADERBOARD_REVEALED",
  "LEADERBOARD_QUOTA_DAY",
  "LEADERBOARD_QUOTA_TOTAL",
  "LEADERBOARD_UPLOAD_SIZE",
  "LEADERBOARD_UPLOAD_DIGEST",
  "LEADERBOARD_UPLOAD_EMPTY",
  "LEADERBOARD_UPLOAD_SLOW",
];

const bytes = {
  mediaTypes: ["application/octet-stream", "text/csv", "application/vnd.apache.parquet", "application/zip"],
  description: "The file itself, not a form.",
};

export const submit = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/submissions",
  summary: "Sends a submission in one request; it is taken when its last byte has arrived",
  tag: "submissions",
  access: "member",
  params: challengeParams,
  query: z.object({
    name: z.string().max(200).default(""),
    kind: submissionKind.default("predictions"),
    /** What the bytes should be; when it is given and they are not, nothing is taken. */
    sha256: digest.optional(),
  }),
  body: bytes,
  status: 202,
  response: accepted,
  errors: submitErrors,
});

/** An upload in pieces, which can go on after the connection was lost. */
export const upload = z.object({
  id,
  challenge: challengeId,
  bytes: z.int(),
  /** How many have arrived: the offset of the next piece. */
  received: z.int(),
  expiresAt: moment,
});

export const startUpload = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/uploads",
  summary: "Begins an upload in pieces, or finds the one that was begun for the same bytes",
  tag: "submissions",
  access: "member",
  params: challengeParams,
  body: z.strictObject({
    name: z.string().max(200),
    kind: submissionKind.default("predictions"),
    bytes: z.int().min(1),
    sha256: digest,
  }),
  status: 201,
  response: upload,
  errors: submitErrors,
});

export const getUpload = defineRoute({
  method: "GET",
  path: "/api/uploads/:id",
  summary: "How far an upload has come",
  tag: "submissions",
  access: "member",
  params: idParams,
  response: upload,
});

export const sendPiece = defineRoute({
  method: "PUT",
  path: "/api/uploads/:id",
  summary: "Sends bytes from an offset on; what has arrived is kept even when the connection breaks",
  tag: "submissions",
  access: "member",
  params: idParams,
  query: z.object({ offset: z.coerce.number().int().min(0) }),
  body: bytes,
  response: upload,
  errors: ["LEADERBOARD_UPLOAD_OFFSET", "LEADERBOARD_UPLOAD_SIZE"],
});

export const finishUpload = defineRoute({
  method: "POST",
  path: "/api/uploads/:id/submission",
  summary: "Makes a whole upload a submission; calling it again gives the same one",
  tag: "submissions",
  access: "member",
  params: idParams,
  status: 202,
  response: accepted,
  errors: submitErrors,
});

export const listSubmissions = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/submissions",
  summary: "A team's own submissions, the last first; an organizer sees those of all teams",
  tag: "submissions",
  access: "member",
  params: challengeParams,
  query: z.object({
    team: id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** For the next page: the id of the last one of this. */
    after: id.optional(),
  }),
  response: z.object({ submissions: z.array(submission), quota: quota.nullable() }),
});

export const getSubmission = defineRoute({
  method: "GET",
  path: "/api/submissions/:id",
  summary: "One submission: its status, what was wrong with it, its scores",
  tag: "submissions",
  access: "member",
  params: idParams,
  response: submission,
});

export const getReport = defineRoute({
  method: "GET",
  path: "/api/submissions/:id/reports/:board",
  summary:
    "The report, to the byte as `braidyn score -o` writes it; public once it moved the board or after the reveal",
  tag: "submissions",
  access: "member",
  params: z.object({ id, board: reportBoard }),
  response: { mediaTypes: ["application/json"], description: "Canonical JSON of a `braidyn-report/1`." },
  errors: ["LEADERBOARD_REPORT_HIDDEN", "LEADERBOARD_NOT_SCORED"],
});

export const getReceipt = defineRoute({
  method: "GET",
  path: "/api/submissions/:id/receipts/:board",
  summary: "The signed receipt of a report, as `braidyn verify` takes it",
  tag: "submissions",
  access: "member",
  params: z.object({ id, board: reportBoard }),
  response: { mediaTypes: ["application/json"], description: "A `braidyn-receipt/1`." },
  errors: ["LEADERBOARD_REPORT_HIDDEN", "LEADERBOARD_NOT_SCORED"],
});

export const downloadSubmission = defineRoute({
  method: "GET",
  path: "/api/submissions/:id/file",
  summary: "The bytes as they were sent",
  tag: "submissions",
  access: "member",
  params: idParams,
  response: { mediaTypes: ["application/octet-stream"], description: "The file." },
});

export const setFinals = defineRoute({
  method: "PUT",
  path: "/api/challenges/:challenge/finals",
  summary:
    "Chooses the team's finals, two at most; without a choice, the last two that moved the public board",
  tag: "submissions",
  access: "member",
  params: challengeParams,
  body: z.strictObject({ submissions: z.array(id).max(2) }),
  response: z.object({ submissions: z.array(id) }),
  errors: ["LEADERBOARD_FINALS", "LEADERBOARD_CLOSED", "LEADERBOARD_REVEALED"],
});

/** The head of the chain of receipts: who has it can tell later whether any before it was changed. */
export const receiptHead = z.object({
  number: z.int(),
  sha256: digest.nullable(),
  /** Ed25519 public key that signs. */
  key: digest,
});

export const getReceiptHead = defineRoute({
  method: "GET",
  path: "/api/receipts/head",
  summary: "The last receipt's number and SHA-256, and the key that signs",
  tag: "board",
  access: "anyone",
  response: receiptHead,
});

export type Submission = z.infer<typeof submission>;
export type SubmissionStatus = z.infer<typeof submissionStatus>;
export type SubmissionKind = z.infer<typeof submissionKind>;
export type BoardResult = z.infer<typeof boardResult>;
export type Quota = z.infer<typeof quota>;
export type Upload = z.infer<typeof upload>;
export type Accepted = z.infer<typeof accepted>;
export type ReceiptHead = z.infer<typeof receiptHead>;
