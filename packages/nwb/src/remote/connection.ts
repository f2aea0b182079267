import { BraidynError } from "@braidyn/core";
import { retryAfterMs, Transient } from "./retry.ts";

/** How requests are made. */
export interface Transport {
  readonly fetch: typeof fetch;
  /** Sent to this origin only, and never on through a redirect. */
  readonly token: { readonly origin: string; readonly value: string } | null;
  /** A request during which nothing arrives for so long is made again. */
  readonly idleTimeoutMs: number;
  /** How often a request is made before it is given up. */
  readonly attempts: number;
}

/** An address, and where it led. */
export interface Connection {
  readonly label: string;
  readonly transport: Transport;
  /**
   * One attempt at a request: the answer's head, its body not yet read.
   *
   * @throws Transient for what another attempt may not meet.
   * @throws BraidynError `NWB_NOT_FOUND`, `NWB_DENIED`, `NWB_WRONG_ANSWER`.
   */
  send(
    method: "GET" | "HEAD",
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response>;
}

const mostRedirects = 5;
/** A presigned address that has expired, or whose bucket was tidied: the first address knows the new one. */
const staleStatus = [400, 401, 403, 404, 410];
const passingStatus = [408, 425, 429, 500, 502, 503, 504];
/** Browsers hide where a redirect that is not followed leads; they follow it, and never take the token along. */
const seesRedirects = globalThis.process?.versions?.node !== undefined;

const always: RequestInit = {
  redirect: seesRedirects ? "manual" : "follow",
  credentials: "omit",
  referrerPolicy: "no-referrer",
  // A browser's cache could mix two versions of a file; Node has no cache, and its types no such field.
  ...{ cache: "no-store" },
};

/**
 * Requests of one address. Where it redirects (DANDI to a presigned address of S3) is found once, used for every later
 * request, and found again when that answers no more.
 */
export function connection(url: string, label: string, transport: Transport): Connection {
  let location: string | null = null;
  let finding: Promise<unknown> | null = null;

  const find = async (...request: Parameters<Connection["send"]>): Promise<Response> => {
    const { response, url: end } = await follow(url, label, transport, ...request);
    // The address of an error page is not the file's.
    location = response.ok ? end : null;
    return response;
  };

  const send = async (...request: Parameters<Connection["send"]>): Promise<Response> => {
    // Requests that start together must not all ask for the same redirect.
    while (finding !== null) await finding.catch(() => undefined);
    const used = location;
    if (used !== null) {
      const forget = () => {
        if (location === used) location = null;
      };
      const { response } = await follow(used, label, transport, ...request).catch((error: unknown) => {
        forget(); // it may have moved
        throw error;
      });
      if (used === url || !staleStatus.includes(response.status)) return response;
      discard(response);
      forget();
      return send(...request);
    }
    const found = find(...request);
    finding = found;
    try {
      return await found;
    } finally {
      if (finding === found) finding = null;
    }
  };

  return {
    label,
    transport,
    async send(...request) {
      const response = await send(...request);
      if (!response.ok) {
        discard(response);
        throw refusal(label, response);
      }
      return response;
    },
  };
}

/** The answer at the end of the redirects, and the address that gave it. */
async function follow(
  url: string,
  label: string,
  transport: Transport,
  method: "GET" | "HEAD",
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ response: Response; url: string }> {
  let at = url;
  for (let redirects = 0; ; redirects++) {
    const response = await fetched(transport, at, method, headers, signal);
    const next = seesRedirects && isRedirect(response.status) ? response.headers.get("location") : null;
    if (next === null) return { response, url: seesRedirects ? at : response.url || at };
    discard(response);
    if (redirects === mostRedirects) throw wrongAnswer(label, `more than ${mostRedirects} redirects`);
    at = redirectTarget(at, next, label);
  }
}

async function fetched(
  { fetch, token }: Transport,
  url: string,
  method: "GET" | "HEAD",
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const authorized = token !== null && new URL(url).origin === token.origin;
  try {
    return await fetch(url, {
      ...always,
      method,
      headers: { ...headers, ...(authorized ? { Authorization: `token ${token.value}` } : {}) },
      signal,
    });
  } catch (error) {
    throw signal.aborted ? signal.reason : new Transient(networkReason(error), undefined, { cause: error });
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function redirectTarget(from: string, to: string, label: string): string {
  const target = URL.canParse(to, from) ? new URL(to, from) : null;
  const isSafe = target?.protocol === "https:" || (target?.protocol === "http:" && from.startsWith("http:"));
  // A presigned address is a key to the file: it is not sent in clear where the first request was not.
  if (target === null || !isSafe)
    throw wrongAnswer(label, `a redirect to ${target?.protocol ?? "no address"}`);
  return target.href;
}

/** What an answer that is no success means. */
function refusal(label: string, response: Response): Error {
  const { status } = response;
  if (passingStatus.includes(status)) {
    return new Transient(`HTTP ${status}`, retryAfterMs(response.headers.get("retry-after")));
  }
  if (status === 401 || status === 403)
    return new BraidynError("NWB_DENIED", { path: label, status: String(status) });
  if (status === 404 || status === 410) return new BraidynError("NWB_NOT_FOUND", { path: label });
  if (status === 412 || status === 416) {
    return new BraidynError("NWB_CHANGED", { path: label, what: `HTTP ${status}` });
  }
  return wrongAnswer(label, `HTTP ${status}`);
}

export function wrongAnswer(label: string, found: string): BraidynError<"NWB_WRONG_ANSWER"> {
  return new BraidynError("NWB_WRONG_ANSWER", { path: label, found });
}

/** Ends an answer whose body is not wanted, so that the rest of it is not sent. */
export function discard(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}

/** What went wrong in the network; Node keeps it in the cause. */
export function networkReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  return typeof code === "string" ? code : cause instanceof Error ? cause.message : String(cause);
}
