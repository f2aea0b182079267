import type { z } from "zod";

/** Who may call a route: anyone; a team or an organizer; organizers alone. */
export type Access = "anyone" | "member" | "organizer";

/** What a route takes or gives that is no JSON. */
export interface RawBody {
  readonly mediaTypes: readonly string[];
  readonly description: string;
}

/** One route of the API: the server checks by it, the client is typed by it, the OpenAPI description is drawn from it. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As Fastify has it: `/api/challenges/:challenge/board`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON, or a stream of bytes. */
  readonly body?: z.ZodType | RawBody;
  /** Status of a success; 200 unless it says otherwise. */
  readonly status?: 200 | 201 | 202 | 204;
  /** JSON, or bytes; none with 204. */
  readonly response?: z.ZodType | RawBody;
  /** Codes of the errors that are this route's own; every route may also answer those of {@link commonErrors}. */
  readonly errors?: readonly string[];
}

/** Keeps the literal types of a route. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

export function isRaw(body: z.ZodType | RawBody | undefined): body is RawBody {
  return body !== undefined && "mediaTypes" in body;
}

/** Errors that any route may answer, by status. */
export const commonErrors = {
  400: ["LEADERBOARD_REQUEST"],
  401: ["LEADERBOARD_TOKEN_MISSING", "LEADERBOARD_TOKEN"],
  403: ["LEADERBOARD_FORBIDDEN", "LEADERBOARD_ORIGIN"],
  404: ["LEADERBOARD_NOT_FOUND"],
  413: ["LEADERBOARD_BODY_SIZE"],
  429: ["LEADERBOARD_RATE"],
  503: ["LEADERBOARD_UNAVAILABLE"],
} as const;
