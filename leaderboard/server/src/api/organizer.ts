import { z } from "zod";
import { defineRoute } from "./route.ts";
import { submissionStatus } from "./submissions.ts";
import { newToken, team } from "./session.ts";
import { challengeId, challengeParams, digest, id, idParams, moment, problem, typedName } from "./words.ts";

const reason = z.string().trim().min(1).max(500);

export const tokenView = z.object({
  id,
  role: z.enum(["organizer", "team"]),
  team: team.nullable(),
  label: z.string(),
  createdAt: moment,
  expiresAt: moment,
  revokedAt: moment.nullable(),
  lastUsedAt: moment.nullable(),
});

export const invitation = z.object({
  id,
  team: team.nullable(),
  /** How many may still use it. */
  usesLeft: z.int(),
  expiresAt: moment,
  revokedAt: moment.nullable(),
  createdAt: moment,
});

export const createInvitation = defineRoute({
  method: "POST",
  path: "/api/invitations",
  summary: "Makes an invitation; its link and QR code are shown once. A team may invite to itself",
  tag: "organizer",
  access: "member",
  body: z.strictObject({
    /** To join this team; without it, every use makes a new one. */
    team: id.optional(),
    uses: z.int().min(1).max(500).default(1),
    hours: z
      .number()
      .positive()
      .max(24 * 400)
      .default(72),
  }),
  status: 201,
  response: z.object({
    invitation,
    /** `https://.../join#CODE`. */
    link: z.string(),
    /** The same as a QR code, SVG. */
    qr: z.string(),
  }),
});

export const listInvitations = defineRoute({
  method: "GET",
  path: "/api/invitations",
  summary: "Invitations that were made, without their codes",
  tag: "organizer",
  access: "organizer",
  response: z.object({ invitations: z.array(invitation) }),
});

export const revokeInvitation = defineRoute({
  method: "DELETE",
  path: "/api/invitations/:id",
  summary: "Makes an invitation useless from now on",
  tag: "organizer",
  access: "organizer",
  params: idParams,
  status: 204,
});

export const createToken = defineRoute({
  method: "POST",
  path: "/api/tokens",
  summary: "Makes a token: of a team, or of another organizer",
  tag: "organizer",
  access: "organizer",
  body: z.strictObject({
    /** Whose; without it, an organizer's. */
    team: id.optional(),
    label: typedName.default(""),
    days: z.number().positive().max(400).default(30),
  }),
  status: 201,
  response: newToken,
});

export const listTokens = defineRoute({
  method: "GET",
  path: "/api/tokens",
  summary: "Tokens, without what they are",
  tag: "organizer",
  access: "organizer",
  response: z.object({ tokens: z.array(tokenView) }),
});

export const revokeToken = defineRoute({
  method: "DELETE",
  path: "/api/tokens/:id",
  summary: "Makes a token useless from now on, and ends the cookie sessions that were opened with it",
  tag: "organizer",
  access: "member",
  params: idParams,
  status: 204,
});

export const teamView = z.object({
  id,
  name: z.string(),
  createdAt: moment,
  /** Suspended teams can read, not send. */
  suspendedAt: moment.nullable(),
  submissions: z.int(),
});

export const listTeams = defineRoute({
  method: "GET",
  path: "/api/teams",
  summary: "Every team",
  tag: "organizer",
  access: "organizer",
  response: z.object({ teams: z.array(teamView) }),
});

export const changeTeam = defineRoute({
  method: "PATCH",
  path: "/api/teams/:id",
  summary: "Renames or suspends a team",
  tag: "organizer",
  access: "organizer",
  params: idParams,
  body: z.strictObject({ name: typedName.optional(), suspended: z.boolean().optional() }),
  response: teamView,
  errors: ["LEADERBOARD_NAME", "LEADERBOARD_NAME_TAKEN"],
});

export const freeze = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/freeze",
  summary: "Holds the public board as it is now, or lets it move again; besides the freeze of challenge.yaml",
  tag: "organizer",
  access: "organizer",
  params: challengeParams,
  body: z.strictObject({ frozen: z.boolean(), reason }),
  status: 204,
  errors: ["LEADERBOARD_REVEALED"],
});

export const reveal = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/reveal",
  summary: "Shows the private board to everyone and ends the challenge; there is no way back",
  tag: "organizer",
  access: "organizer",
  params: challengeParams,
  /** The challenge's id, typed again. */
  body: z.strictObject({ confirm: challengeId }),
  status: 204,
  errors: ["LEADERBOARD_CONFIRM", "LEADERBOARD_UNSCORED"],
});

export const announcement = z.object({ id, at: moment, text: z.string(), by: z.string() });

export const announce = defineRoute({
  method: "POST",
  path: "/api/announcements",
  summary: "Tells everyone something; plain text",
  tag: "organizer",
  access: "organizer",
  body: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
  status: 201,
  response: announcement,
});

export const listAnnouncements = defineRoute({
  method: "GET",
  path: "/api/announcements",
  summary: "What was announced, the last first",
  tag: "board",
  access: "anyone",
  response: z.object({ announcements: z.array(announcement) }),
});

export const withdrawAnnouncement = defineRoute({
  method: "DELETE",
  path: "/api/announcements/:id",
  summary: "Takes an announcement back",
  tag: "organizer",
  access: "organizer",
  params: idParams,
  status: 204,
});

/** One more scoring of everything; the board follows it once it is applied. */
export const judging = z.object({
  number: z.int(),
  reason: z.string(),
  bundle: digest,
  startedAt: moment,
  appliedAt: moment.nullable(),
  done: z.int(),
  total: z.int(),
});

export const judgingDiff = z.object({
  judging,
  /** Submissions whose report changed. */
  changed: z.array(
    z.object({
      submission: id,
      team: z.object({ id, name: z.string() }),
      board: z.enum(["validation", "public", "private"]),
      before: z.number().nullable(),
      after: z.number().nullable(),
      problem: problem.nullable(),
    }),
  ),
  /** Reports that are the same to the byte, scorer version aside. */
  same: z.int(),
  ranks: z.array(
    z.object({
      team: z.object({ id, name: z.string() }),
      board: z.enum(["public", "private"]),
      before: z.int().nullable(),
      after: z.int().nullable(),
    }),
  ),
});

export const rejudge = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/judgings",
  summary: "Scores every submission again, beside the board that stands",
  tag: "organizer",
  access: "organizer",
  params: challengeParams,
  body: z.strictObject({
    reason,
    /** Another build of the challenge's bundle that was added; without it, the same one. */
    bundle: digest.optional(),
  }),
  status: 202,
  response: judging,
  errors: ["LEADERBOARD_JUDGING_RUNS"],
});

export const listJudgings = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/judgings",
  summary: "Every scoring of everything: why and when",
  tag: "organizer",
  access: "organizer",
  params: challengeParams,
  response: z.object({ judgings: z.array(judging) }),
});

const judgingParams = z.object({ challenge: challengeId, number: z.coerce.number().int().min(1) });

export const getJudging = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/judgings/:number",
  summary: "What a rejudging would change, or changed",
  tag: "organizer",
  access: "organizer",
  params: judgingParams,
  response: judgingDiff,
});

export const applyJudging = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/judgings/:number/apply",
  summary: "Makes the boards follow a rejudging that is done",
  tag: "organizer",
  access: "organizer",
  params: judgingParams,
  response: judging,
  errors: ["LEADERBOARD_JUDGING_UNDONE"],
});

export const addBaseline = defineRoute({
  method: "POST",
  path: "/api/challenges/:challenge/baselines",
  summary: "Puts a baseline's predictions on the boards; again under the same name replaces them",
  tag: "organizer",
  access: "organizer",
  params: challengeParams,
  query: z.object({ name: typedName }),
  body: {
    mediaTypes: ["application/octet-stream", "text/csv", "application/vnd.apache.parquet"],
    description: "The predictions file.",
  },
  status: 202,
  response: z.object({ submission: id }),
});

export const retrySubmission = defineRoute({
  method: "POST",
  path: "/api/submissions/:id/retry",
  summary: "Queues a submission again that failed by the platform's fault",
  tag: "organizer",
  access: "organizer",
  params: idParams,
  status: 202,
  response: z.object({ status: submissionStatus }),
});

export const exportEvent = defineRoute({
  method: "GET",
  path: "/api/challenges/:challenge/export",
  summary: "Everything that the boards follow from, for `braidyn replay`; for everyone after the reveal",
  tag: "board",
  access: "anyone",
  params: challengeParams,
  response: { mediaTypes: ["application/json"], description: "A `braidyn-event/1`." },
  errors: ["LEADERBOARD_PRIVATE_BOARD"],
});

export const worker = z.object({
  id,
  host: z.string(),
  pid: z.int(),
  startedAt: moment,
  seenAt: moment,
  /** Heard from within the last 30 s. */
  alive: z.boolean(),
  /** The submission it works on. */
  running: id.nullable(),
  done: z.int(),
  isolation: z.string(),
});

/** What an organizer looks at while the event runs. */
export const consoleView = z.object({
  at: moment,
  /** The server's clock minus the database's, milliseconds. */
  clockSkewMs: z.number(),
  version: z.string(),
  uptimeSeconds: z.number(),
  queue: z.object({
    waiting: z.int(),
    queued: z.int(),
    running: z.int(),
    /** How long the oldest has waited; null where none does. */
    oldestSeconds: z.number().nullable(),
    failed: z.int(),
  }),
  workers: z.array(worker),
  database: z.object({ bytes: z.int(), embedded: z.boolean(), version: z.string() }),
  /** Of the folder where the database is; null where that is on another machine. */
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  memoryBytes: z.int(),
  connections: z.object({ events: z.int() }),
  /** The last that the platform itself got wrong. */
  failures: z.array(
    z.object({ submission: id, team: z.string(), at: moment, code: z.string(), message: z.string() }),
  ),
  log: z.array(z.object({ at: moment, by: z.string(), action: z.string(), detail: z.string() })),
});

export const getConsole = defineRoute({
  method: "GET",
  path: "/api/console",
  summary: "Queue, workers, disk, clock, and what organizers did",
  tag: "organizer",
  access: "organizer",
  response: consoleView,
});

export type TokenView = z.infer<typeof tokenView>;
export type Invitation = z.infer<typeof invitation>;
export type TeamView = z.infer<typeof teamView>;
export type Announcement = z.infer<typeof announcement>;
export type Judging = z.infer<typeof judging>;
export type JudgingDiff = z.infer<typeof judgingDiff>;
export type ConsoleView = z.infer<typeof consoleView>;
export type WorkerView = z.infer<typeof worker>;
