/**
 * Calls a leaderboard's API, typed by its routes. Runs in Node and in a browser.
 *
 * ```ts
 * const client = createClient({ url: "https://board.example.org", token });
 * const board = await client.call("getBoard", { params: { challenge: "lever-pull" }, query: { board: "public" } });
 * ```
 */
import { BraidynError, type BraidynErrorCode, type Language } from "@braidyn/core";
import type { z } from "zod";
import { problem } from "./api/words.ts";
import { routes, type RouteName, type Routes } from "./api/routes.ts";
import type { Route } from "./api/route.ts";
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from "./api/types.ts";

export interface ClientOptions {
  /** Of the leaderboard's page. */
  readonly url: string;
  readonly token?: string | undefined;
  /** Of errors. */
  readonly language?: Language | undefined;
}

type Given<Key extends string, Value> = [Value] extends [undefined]
  ? unknown
  : { readonly [K in Key]: Value };
type Optional<Value> = [Value] extends [undefined] ? unknown : { readonly query?: Value | undefined };

/** What a call is given: parameters of the path, query, JSON body or bytes, as its route has them. */
export type Arguments<Name extends RouteName> = Given<"params", ParamsOf<Routes[Name]>> &
  Optional<QueryOf<Routes[Name]>> &
  Given<"body", BodyOf<Routes[Name]>> & {
    readonly bytes?: Uint8Array<ArrayBuffer> | Blob;
    readonly signal?: AbortSignal;
  };

export interface Client {
  readonly url: string;
  /** @throws BraidynError with the server's own code, `LEADERBOARD_SERVER`, `LEADERBOARD_SERVER_OTHER`. */
  call<Name extends RouteName>(name: Name, args: Arguments<Name>): Promise<ResponseOf<Routes[Name]>>;
  /** The same for answers that are no JSON of the API's: reports, files. */
  fetchBytes<Name extends RouteName>(name: Name, args: Arguments<Name>): Promise<Uint8Array>;
}

export function createClient({ url, token, language = "en" }: ClientOptions): Client {
  const base = url.replace(/\/+$/, "");
  const send = async (name: RouteName, args: LooseArguments): Promise<Response> => {
    const route: Route = routes[name];
    const headers: Record<string, string> = { "accept-language": language };
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
    if (args.bytes !== undefined) headers["content-type"] = "application/octet-stream";
    else if (args.body !== undefined) headers["content-type"] = "application/json";
    const body = args.bytes ?? (args.body === undefined ? null : JSON.stringify(args.body));
    const address = `${base}${pathOf(route, args.params)}${queryOf(args.query)}`;
    const { method } = route;
    const signal = args.signal ?? null;
    const response = await fetch(address, { method, headers, body, signal, redirect: "error" }).catch(
      (cause: unknown) => {
        throw new BraidynError("LEADERBOARD_SERVER", { url: base, reason: reasonOf(cause) }, { cause });
      },
    );
    if (response.ok) return response;
    throw await answeredError(response, base);
  };
  return {
    url: base,
    call: async (name, args) => {
      const response = await send(name, args as LooseArguments);
      const { response: schema } = routes[name] as Route;
      if (response.status === 204 || schema === undefined || "mediaTypes" in schema)
        return undefined as never;
      const parsed = (schema as z.ZodType).safeParse(await response.json().catch(() => null));
      if (parsed.success) return parsed.data as never;
      throw new BraidynError("LEADERBOARD_SERVER_OTHER", { url: base, status: response.status });
    },
    fetchBytes: async (name, args) => {
      const response = await send(name, args as LooseArguments);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

interface LooseArguments {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer> | Blob;
  readonly signal?: AbortSignal;
}

function pathOf({ path }: Route, params: Record<string, unknown> = {}): string {
  return path
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
    .replace("*", () => String(params["*"]).split("/").map(encodeURIComponent).join("/"));
}

function queryOf(query: Record<string, unknown> = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? "" : `?${given}`;
}

/** What a server told of a problem, in its own words. */
class AnsweredError extends BraidynError {
  readonly #told: { readonly code: BraidynErrorCode; readonly message: string; readonly hint: string };

  constructor(told: { code: string; message: string; hint: string }) {
    // a newer server may know errors that are not in this catalogue
    super("LEADERBOARD_REQUEST" as BraidynErrorCode, { reason: "" } as never);
    this.#told = { ...told, code: told.code as BraidynErrorCode };
    Object.assign(this, { code: told.code, message: told.message });
  }

  override in(): { code: BraidynErrorCode; message: string; hint: string } {
    return this.#told;
  }
}

/** A problem that a server told as an error that is thrown; its texts are in the language that it was asked for. */
export function toldProblem(told: { code: string; message: string; hint: string }): BraidynError {
  return new AnsweredError(told);
}

async function answeredError(response: Response, url: string): Promise<BraidynError> {
  const told = problem.safeParse(await response.json().catch(() => null));
  if (!told.success) return new BraidynError("LEADERBOARD_SERVER_OTHER", { url, status: response.status });
  return toldProblem(told.data);
}

function reasonOf(cause: unknown): string {
  const { message, cause: inner } = cause as Error & { cause?: { code?: string; message?: string } };
  return inner?.code ?? inner?.message ?? message;
}
