import { BraidynError } from "@braidyn/core";
import type { Transport } from "./connection.ts";
import type { PackChoice } from "./pack-store.ts";
import { usualAttempts } from "./retry.ts";

/** How to reach files that are not local. */
export interface RemoteOptions {
  /** Ends whatever is being fetched for the session; reads then fail with the signal's reason. */
  readonly signal?: AbortSignal;
  /** API key for embargoed dandisets; by default the environment's `DANDI_API_KEY`. Sent to the DANDI API only. */
  readonly token?: string;
  /** The DANDI API; by default the environment's `DANDI_API_URL`, else the public archive's. */
  readonly apiUrl?: string;
  /** A request during which nothing arrives for so long is made again; 20 s by default. */
  readonly idleTimeoutMs?: number;
  /** How often a request that fails in passing is made before it is given up; 8 by default. */
  readonly attempts?: number;
  /**
   * Where metadata are kept, so that a file opens faster the next time: `false` for nowhere, a folder, or a store of
   * your own. By default `BRAIDYN_CACHE`, else the user's cache folder; in a browser IndexedDB.
   */
  readonly cache?: PackChoice;
  /** Makes the requests; the platform's `fetch` by default. */
  readonly fetch?: typeof fetch;
}

const publicApiUrl = "https://api.dandiarchive.org/api";
/** None in a browser. */
const environment: Readonly<Record<string, string | undefined>> = globalThis.process?.env ?? {};

/** Address of the DANDI API, without a slash at its end. */
export function dandiApiUrl({ apiUrl }: RemoteOptions = {}): string {
  return (apiUrl ?? (environment["DANDI_API_URL"] || publicApiUrl)).replace(/\/+$/, "");
}

/** @throws BraidynError `DANDI_TOKEN` for an API key that cannot be one. */
export function transportOf(options: RemoteOptions = {}): Transport {
  const token = (options.token ?? environment["DANDI_API_KEY"])?.trim();
  // The platform's own error would print the key.
  if (token && !/^[\x21-\x7e]+$/.test(token)) throw new BraidynError("DANDI_TOKEN", {});
  const api = dandiApiUrl(options);
  return {
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    token: token && URL.canParse(api) ? { origin: new URL(api).origin, value: token } : null,
    idleTimeoutMs: options.idleTimeoutMs ?? 20_000,
    attempts: options.attempts ?? usualAttempts,
  };
}
