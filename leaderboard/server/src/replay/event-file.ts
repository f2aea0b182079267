import { z } from "zod";

export const eventFormat = "braidyn-event/1";

const board = z.enum(["validation", "public", "private"]);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Everything that a challenge's boards follow from: who sent what and when, every report to the byte, every receipt, every
 * judging; and the boards as they were, to be compared.
 */
export const eventFile = z.object({
  format: z.literal(eventFormat),
  exportedAt: z.string(),
  version: z.string(),
  challenge: z.string().max(64),
  definition: z.unknown(),
  bundle: digest,
  judging: z.int(),
  revealedAt: z.string().nullable(),
  judgings: z.array(
    z.object({
      number: z.int(),
      reason: z.string(),
      bundle: digest,
      startedAt: z.string(),
      appliedAt: z.string().nullable(),
    }),
  ),
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(["team", "baseline"]) })),
  submissions: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      team: z.uuid(),
      sha256: digest,
      submittedAt: z.string(),
      final: z.boolean(),
      status: z.string(),
    }),
  ),
  results: z.array(
    z.object({
      submission: z.uuid(),
      judging: z.int(),
      board,
      /** Canonical JSON, as it was signed. */
      report: z.string(),
      moved: z.boolean().nullable(),
      step: z.number().nullable(),
      position: z.int(),
      /** The receipt's file. */
      receipt: z.string(),
    }),
  ),
  /** Receipts of other challenges of the same server, so that the chain can be followed from its beginning. */
  otherReceipts: z.array(z.string()),
  head: z.object({ number: z.int(), sha256: digest.nullable(), key: digest }),
  boards: z.object({ public: z.unknown(), private: z.unknown() }),
});

export type EventFile = z.infer<typeof eventFile>;
