/**
 * The leaderboard's HTTP API: every route with its schemas, for servers, clients and pages. Nothing of Node.
 *
 * ```ts
 * import type { Board, LiveEvent, Submission } from "@braidyn/leaderboard/api";
 * ```
 */
export { routes, type RouteName, type Routes } from "./api/routes.ts";
export { openApiDocument } from "./api/openapi.ts";
export { isRaw, type Access, type RawBody, type Route } from "./api/route.ts";
export type { BodyOf, ParamsOf, QueryOf, ResponseOf } from "./api/types.ts";
export { liveEvent } from "./api/board.ts";
export type { Board, BoardEntry, ControlEntry, LiveEvent, Progress } from "./api/board.ts";
export type { Challenge, ChallengeState, Phase } from "./api/challenges.ts";
export type { InvitationView, Me, NewToken, Team } from "./api/session.ts";
export type {
  Accepted,
  BoardResult,
  Quota,
  ReceiptHead,
  Submission,
  SubmissionKind,
  SubmissionStatus,
  Upload,
} from "./api/submissions.ts";
export type {
  Announcement,
  ConsoleView,
  Invitation,
  Judging,
  JudgingDiff,
  TeamView,
  TokenView,
  WorkerView,
} from "./api/organizer.ts";
export type { Health } from "./api/system.ts";
export type { BoardName, Problem, ReportBoard } from "./api/words.ts";
