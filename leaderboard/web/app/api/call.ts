import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Routes } from "@braidyn/leaderboard/api";
import { currentLanguage } from "../words/current-language.ts";
import { endpoints, type EndpointName } from "./endpoints.ts";
import { offline, Refusal, refusalOf } from "./refusal.ts";

/** The parts that a route takes, and no others. */
export type Given<N extends EndpointName> = Part<"params", ParamsOf<Routes[N]>> &
  Part<"query", QueryOf<Routes[N]>, true> &
  Part<"body", BodyOf<Routes[N]>>;

type Part<Name extends string, T, Optional = false> = T extends undefined
  ? unknown
  : Optional extends true
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T };

interface Parts {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/**
 * Calls a route of the API with the session's cookie.
 *
 * @throws Refusal what the server said, in the language of the page.
 */
export async function call<N extends EndpointName>(
  name: N,
  given: Given<N>,
  signal?: AbortSignal,
): Promise<ResponseOf<Routes[N]>> {
  const [method = "GET", path = ""] = endpoints[name].split(" ");
  const { params = {}, query = {}, body } = given as Parts;
  const response = await answered(
    fetch(addressOf(path, params, query), {
      method,
      headers: {
        "Accept-Language": currentLanguage(),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  if (!response.ok) throw refusalOf(response.status, await response.text());
  return (response.status === 204 ? undefined : await response.json()) as ResponseOf<Routes[N]>;
}

/** Reads bytes by their address; reports and files of bundles are no JSON of the API. @throws Refusal */
export async function readBytes(address: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await answered(
    fetch(address, {
      headers: { "Accept-Language": currentLanguage() },
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  if (!response.ok) throw refusalOf(response.status, await response.text());
  return new Uint8Array(await response.arrayBuffer());
}

async function answered(request: Promise<Response>): Promise<Response> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal(0, offline());
  }
}

function addressOf(path: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return asked.length === 0 ? filled : `${filled}?${search}`;
}
