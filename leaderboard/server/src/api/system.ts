import { z } from "zod";
import { defineRoute } from "./route.ts";

export const health = z.object({
  status: z.enum(["ok", "failing"]),
  checks: z.object({
    database: z.boolean(),
    /** At least one worker was heard from within 30 s. */
    workers: z.boolean(),
  }),
});

export const getHealth = defineRoute({
  method: "GET",
  path: "/healthz",
  summary: "Whether the server can do its work; 503 where the database does not answer",
  tag: "system",
  access: "anyone",
  response: health,
});

export const getMetrics = defineRoute({
  method: "GET",
  path: "/metrics",
  summary: "Prometheus metrics; counts and times, no names. From this machine, or with an organizer's token",
  tag: "system",
  access: "anyone",
  response: { mediaTypes: ["text/plain"], description: "Prometheus text format." },
});

export const getOpenApi = defineRoute({
  method: "GET",
  path: "/api/openapi.json",
  summary: "This description (OpenAPI 3.1)",
  tag: "system",
  access: "anyone",
  response: { mediaTypes: ["application/json"], description: "OpenAPI 3.1." },
});

export type Health = z.infer<typeof health>;
