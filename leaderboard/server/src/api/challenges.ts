import { z } from "zod";
import { defineRoute } from "./route.ts";
import { bilingual, challengeId, challengeParams, digest, moment } from "./words.ts";

/** A span in which submissions are taken. */
export const phase = z.object({
  id: z.string(),
  title: bilingual,
  start: moment,
  end: moment,
  /** From when the public board stands still until the end; null: never. */
  freeze: moment.nullable(),
});

export const challengeState = z.object({
  /** Whether a submission would be taken now. */
  open: z.boolean(),
  /** The phase that is on, else the one that comes next; null where there is none. */
  phase: phase.nullable(),
  /** Since when the public board stands still; null while it moves. */
  frozenAt: moment.nullable(),
  /** When the private board was shown; null before. Nothing is taken after it. */
  revealedAt: moment.nullable(),
});

export const challenge = z.object({
  id: challengeId,
  title: bilingual,
  description: bilingual,
  metric: z.object({
    name: z.string(),
    direction: z.enum(["maximize", "minimize"]),
    /** Digits after the point that a board shows. */
    precision: z.int(),
    secondary: z.array(z.string()),
  }),
  /** Truth columns, which a submission predicts. */
  columns: z.array(z.string()),
  limits: z.object({
    maxBytes: z.int(),
    perDay: z.int(),
    total: z.int(),
    /** IANA name or offset of the zone whose midnight begins a day. */
    timeZone: z.string(),
    finals: z.int(),
  }),
  phases: z.array(phase),
  state: challengeState,
  bundle: z.object({
    digest,
    /** Of the public half; each is at `/api/challenges/:challenge/bundle/<path>`. */
    files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: digest })),
  }),
  /** Whether organizers published the commitment to the private half before; SHA-256. */
  commitment: digest.nullable(),
});

export const listChallenges = defineRoute({
  method: "GET",
  path: "/api/challenges",
  summary: "Every challenge on this server; none while no bundle was added",
  tag: "challenges",
  access: "anyone",
  response: z.object({ challenges: z.array(challenge) }),
});

export const getChallenge = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge",
  summary: "One challenge: what is asked, when, and how much may be sent",
  tag: "challenges",
  access: "anyone",
  params: challengeParams,
  response: challenge,
});

export const getBundleFile = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/bundle/*",
  summary: "A file of the bundle's public half, by the path that the challenge lists",
  tag: "challenges",
  access: "anyone",
  params: z.object({ challenge: challengeId, "*": z.string().max(200) }),
  response: { mediaTypes: ["application/octet-stream"], description: "The file; its ETag is its SHA-256." },
});

export type Challenge = z.infer<typeof challenge>;
export type ChallengeState = z.infer<typeof challengeState>;
export type Phase = z.infer<typeof phase>;
