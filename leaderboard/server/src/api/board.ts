import { z } from "zod";
import { defineRoute } from "./route.ts";
import { boardName, challengeId, challengeParams, id, moment } from "./words.ts";

const interval = { score: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() };

/** A team or a baseline on a board. */
export const boardEntry = z.object({
  kind: z.enum(["team", "baseline"]),
  /** Of the team; of a baseline, its own. */
  id,
  name: z.string(),
  /** 1, 1, 3: teams that cannot be told apart share one. Baselines stand at their score and have none. */
  rank: z.int().nullable(),
  ...interval,
  /** Whether the harness itself trained what was scored. */
  verified: z.boolean(),
  /** The score at the head of this rank minus this one's, with its interval; null for that entry itself. */
  behindLeader: z
    .object({ difference: z.number(), low: z.number(), high: z.number(), probabilityAGreater: z.number() })
    .nullable(),
  subjects: z.array(z.object({ subject: z.string(), sessions: z.int(), score: z.number() })),
  /** Scored submissions of the team so far. */
  submissions: z.int(),
  /** When the submission that stands here was taken. */
  submittedAt: moment.nullable(),
  /** Private board: it is one of the team's chosen finals. */
  final: z.boolean(),
});

/** What is no answer to the challenge and is shown beside those that are. */
export const controlEntry = z.object({
  control: z.enum(["shuffled", "behaviour", "environment", "identity"]),
  ...interval,
  outside: z.object({ score: z.number(), low: z.number(), high: z.number() }).nullable(),
  reason: z.object({ code: z.string(), en: z.string(), ja: z.string() }).nullable(),
});

export const board = z.object({
  challenge: challengeId,
  board: boardName,
  /** Counts up with every change; also the ETag. */
  version: z.string(),
  metric: z.string(),
  direction: z.enum(["maximize", "minimize"]),
  precision: z.int(),
  /** Of the intervals: .95. */
  level: z.number(),
  tie: z.enum(["indistinguishable", "equal"]),
  /** The board is as it was then; null while it moves. */
  frozenAt: moment.nullable(),
  revealedAt: moment.nullable(),
  /** Fewer than 8 subjects: intervals mean little. */
  fewSubjects: z.int().nullable(),
  /** Best first, those without a score last. */
  entries: z.array(boardEntry),
  controls: z.array(controlEntry),
  /** The last time that everything was scored again. */
  rejudged: z.object({ at: moment, reason: z.string() }).nullable(),
});

export const getBoard = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/board",
  summary: "The board; the private one for organizers, and for everyone after the reveal",
  tag: "board",
  access: "anyone",
  params: challengeParams,
  query: z.object({
    board: boardName.default("public"),
    /** Organizers: the public board as it would be without the freeze. */
    live: z.enum(["0", "1"]).default("0"),
  }),
  response: board,
  errors: ["LEADERBOARD_PRIVATE_BOARD"],
});

export const exportBoard = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/board/:format",
  summary: "The board as a table; in CSV, texts that a spreadsheet would take for a formula begin with '",
  tag: "board",
  access: "anyone",
  params: z.object({ challenge: challengeId, format: z.enum(["csv", "json", "parquet"]) }),
  query: z.object({ board: boardName.default("public") }),
  response: {
    mediaTypes: ["text/csv", "application/json", "application/vnd.apache.parquet"],
    description: "One row an entry.",
  },
  errors: ["LEADERBOARD_PRIVATE_BOARD"],
});

/** A team's way on the public board; as far as the board itself shows it. */
export const progress = z.object({
  team: z.object({ id, name: z.string() }),
  points: z.array(
    z.object({
      at: moment,
      /** The score that the board showed from then on. */
      ...interval,
    }),
  ),
});

export const getProgress = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/progress",
  summary: "How each team's public score moved over time",
  tag: "board",
  access: "anyone",
  params: challengeParams,
  query: z.object({ team: id.optional() }),
  response: z.object({ frozenAt: moment.nullable(), teams: z.array(progress) }),
});

/** Server-sent events; `data` is JSON. A reader asks for what changed. */
export const liveEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("board"), challenge: challengeId, version: z.string() }),
  z.object({ event: z.literal("challenge"), challenge: challengeId }),
  z.object({ event: z.literal("announcement"), id }),
  /** To the team itself and to organizers. */
  z.object({ event: z.literal("submission"), challenge: challengeId, id, team: id, status: z.string() }),
]);

export const getEvents = defineRoute({
  method: "GET",
  path: "/api/events",
  summary: "What changes, as it changes (server-sent events); a comment every 15 s keeps the connection",
  tag: "board",
  access: "anyone",
  query: z.object({ challenge: challengeId.optional() }),
  response: { mediaTypes: ["text/event-stream"], description: "`event:` names the kind, `data:` is JSON." },
});

export type Board = z.infer<typeof board>;
export type BoardEntry = z.infer<typeof boardEntry>;
export type ControlEntry = z.infer<typeof controlEntry>;
export type Progress = z.infer<typeof progress>;
export type LiveEvent = z.infer<typeof liveEvent>;
