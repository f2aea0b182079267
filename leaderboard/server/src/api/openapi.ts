import { z } from "zod";
import { commonErrors, isRaw, type RawBody, type Route } from "./route.ts";
import { routes } from "./routes.ts";
import { problem } from "./words.ts";

type Json = Record<string, unknown>;

/** The API as OpenAPI 3.1, drawn from the same schemas that the server checks by. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replace(/:(\w+)/g, "{$1}").replace("*", "{path}");
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "BraiDyn leaderboard",
      version,
      description:
        "Errors are `{ code, message, hint }`, in the language of Accept-Language or `?lang=en|ja`. Programs send " +
        "`Authorization: Bearer TOKEN`; browsers a cookie, and then a request that changes something must come from the page's own origin.",
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, "output") },
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "braidyn_session" },
      },
    },
  };
}

function operation(name: string, route: Route): Json {
  const { body, response, status = 200, access } = route;
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.tag],
    security: access === "anyone" ? [] : [{ token: [] }, { cookie: [] }],
    parameters: [...parametersOf(route.params, "path"), ...parametersOf(route.query, "query")],
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body, "input") } }),
    responses: {
      [status]: {
        description: isRaw(response) ? response.description : route.summary,
        ...(response === undefined ? {} : { content: contentOf(response, "output") }),
      },
      ...errorResponses(route),
    },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name: name === "*" ? "path" : name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: inner,
  }));
}

function contentOf(body: z.ZodType | RawBody, io: "input" | "output"): Json {
  if (!isRaw(body)) return { "application/json": { schema: schemaOf(body, io) } };
  const bytes = { schema: { type: "string", format: "binary" } };
  return Object.fromEntries(body.mediaTypes.map((type) => [type, bytes]));
}

function errorResponses({ errors = [], access }: Route): Json {
  const shared = Object.entries(commonErrors)
    .filter(([status]) => access !== "anyone" || !["401", "403"].includes(status))
    .map(([status, codes]) => [status, errorResponse(codes.join(", "))]);
  return {
    ...Object.fromEntries(shared as [string, Json][]),
    ...(errors.length === 0 ? {} : { "4XX": errorResponse(errors.join(", ")) }),
  };
}

function errorResponse(description: string): Json {
  return {
    description,
    content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
}
