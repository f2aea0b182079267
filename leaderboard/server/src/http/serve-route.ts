import { BraidynError, type Language } from "@braidyn/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Principal } from "../accounts/tokens.ts";
import { isRaw, type Route } from "../api/route.ts";
import type { ResponseOf } from "../api/types.ts";
import { admit } from "./authenticate.ts";
import type { Site } from "./context.ts";
import { jsonBytes, languageOf } from "./problem.ts";

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler is given, checked by its route. */
export interface Call<R extends Route> {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
  /** Null where the route is for anyone and nobody said who they are. */
  readonly principal: R["access"] extends "anyone" ? Principal | null : Principal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Says that a handler has sent its answer itself: bytes, or a stream. */
export const sent = { sent: true } as const;
type Sent = typeof sent;

export type Handler<R extends Route> = (
  call: Call<R>,
) => Promise<(R["response"] extends z.ZodType ? ResponseOf<R> : void) | Sent>;

/** Serves a route: who may, what may be sent, what is answered all follow from its description. */
export function serveRoute<R extends Route>(
  app: FastifyInstance,
  site: Site,
  route: R,
  handle: Handler<R>,
): void {
  const { method, path: url, status = 200 } = route;
  app.route({
    method,
    url,
    bodyLimit: jsonBytes,
    handler: async (request, reply) => {
      const principal = await admit(site, request, route.access);
      site.limits.requests.take(principal?.team?.id ?? request.ip);
      const call = {
        params: parsed(route.params, request.params),
        query: parsed(route.query, withoutLanguage(request.query)),
        body:
          route.body === undefined || isRaw(route.body) ? undefined : parsed(route.body, request.body ?? {}),
        ...{ principal, language: languageOf(request), request, reply },
      } as unknown as Call<R>;
      const answer = (await handle(call)) as unknown;
      if (answer === sent) return reply;
      void reply.code(status);
      if (status === 204 || route.response === undefined) return reply.send();
      return reply.type("application/json").send(JSON.stringify(answer));
    },
  });
}

function withoutLanguage(query: unknown): unknown {
  const { lang: _lang, ...rest } = (query ?? {}) as Record<string, unknown>;
  return rest;
}

/** @throws BraidynError `LEADERBOARD_REQUEST` with what is wrong first. */
function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const reason = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`.replace(/^: /, "").slice(0, 300);
  throw new BraidynError("LEADERBOARD_REQUEST", { reason });
}
