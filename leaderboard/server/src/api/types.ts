import type { z } from "zod";
import type { Route } from "./route.ts";

/** What a caller gives and gets; `undefined` where a route has no such part. Raw bodies are the caller's to type. */
export type ParamsOf<R extends Route> = R["params"] extends z.ZodType ? z.input<R["params"]> : undefined;
export type QueryOf<R extends Route> = R["query"] extends z.ZodType ? z.input<R["query"]> : undefined;
export type BodyOf<R extends Route> = R["body"] extends z.ZodType ? z.input<R["body"]> : undefined;
export type ResponseOf<R extends Route> = R["response"] extends z.ZodType
  ? z.output<R["response"]>
  : undefined;
