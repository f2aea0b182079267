import { BraidynError, detectLanguage, isBraidynError, type Language } from "@braidyn/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import { isUnreachable } from "../database/connect.ts";

/** Statuses by code; other codes of ours are 400. */
const statuses: Readonly<Record<string, number>> = {
  LEADERBOARD_TOKEN_MISSING: 401,
  LEADERBOARD_TOKEN: 401,
  LEADERBOARD_TOKEN_EXPIRED: 401,
  LEADERBOARD_TOKEN_REVOKED: 401,
  LEADERBOARD_FORBIDDEN: 403,
  LEADERBOARD_TEAM_ONLY: 403,
  LEADERBOARD_ORIGIN: 403,
  LEADERBOARD_PRIVATE_BOARD: 403,
  LEADERBOARD_REPORT_HIDDEN: 403,
  LEADERBOARD_INVITATION: 403,
  LEADERBOARD_SUSPENDED: 403,
  LEADERBOARD_NOT_FOUND: 404,
  LEADERBOARD_UPLOAD_SLOW: 408,
  LEADERBOARD_NAME_TAKEN: 409,
  LEADERBOARD_CLOSED: 409,
  LEADERBOARD_REVEALED: 409,
  LEADERBOARD_NOT_SCORED: 409,
  LEADERBOARD_UNSCORED: 409,
  LEADERBOARD_JUDGING_RUNS: 409,
  LEADERBOARD_JUDGING_UNDONE: 409,
  LEADERBOARD_UPLOAD_OFFSET: 409,
  LEADERBOARD_UPLOAD_UNFINISHED: 409,
  LEADERBOARD_BODY_SIZE: 413,
  LEADERBOARD_UPLOAD_SIZE: 413,
  LEADERBOARD_RATE: 429,
  LEADERBOARD_QUOTA_DAY: 429,
  LEADERBOARD_QUOTA_TOTAL: 429,
  LEADERBOARD_UPLOADS_OPEN: 429,
  LEADERBOARD_FAULT: 500,
  LEADERBOARD_UNAVAILABLE: 503,
};

/** The language of a request: `?lang=`, else Accept-Language. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === "en" || asked === "ja") return asked;
  return detectLanguage(request.headers["accept-language"] ?? "en");
}

/** Answers an error: ours as it is, a database that is away with 503, everything else is a bug and logged as one. */
export async function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const problem = asProblem(error, request);
  const status = statuses[problem.code] ?? 400;
  if (status === 500) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    request.log.error({ message, stack, url: request.routeOptions.url }, "request failed");
  }
  const { seconds } = problem.parameters as { seconds?: number };
  if (status === 429 && seconds !== undefined) void reply.header("retry-after", seconds);
  if (status === 503) void reply.header("retry-after", 2);
  await reply
    .code(status)
    .type("application/json")
    .send(JSON.stringify(problem.in(languageOf(request))));
}

function asProblem(error: unknown, request: FastifyRequest): BraidynError {
  if (isBraidynError(error)) return error;
  if (isUnreachable(error)) return new BraidynError("LEADERBOARD_UNAVAILABLE", {});
  const { statusCode, code, message } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    message?: string;
  };
  if (statusCode === 413) return new BraidynError("LEADERBOARD_BODY_SIZE", { limit: jsonBytes });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new BraidynError("LEADERBOARD_REQUEST", {
      reason: code?.startsWith("FST_") ? fastifyReason(code) : (message ?? ""),
    });
  }
  return new BraidynError("LEADERBOARD_FAULT", { request: request.id });
}

/** What JSON requests may have. */
export const jsonBytes = 65_536;

/** Messages of the framework may repeat what was sent. */
function fastifyReason(code: string): string {
  return code
    .replace(/^FST_(ERR_)?/, "")
    .toLowerCase()
    .replaceAll("_", " ");
}
