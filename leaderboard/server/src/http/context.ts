import type { Signer } from "@braidyn/harness";
import type { KnownTokens } from "../accounts/known-tokens.ts";
import type { BoardCache } from "../board/board-cache.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import type { Platform } from "../platform.ts";
import type { EventHub } from "./event-hub.ts";
import type { WebFiles } from "./web-files.ts";

/** What the routes work with. */
export interface Site {
  readonly platform: Platform;
  readonly boards: BoardCache;
  readonly events: EventHub;
  readonly signer: Signer;
  readonly limits: {
    /** Failed log-ins and unknown tokens, by address. */
    readonly failures: RateLimit;
    /** Log-ins, by address. */
    readonly logIns: RateLimit;
    /** Submissions, by team. */
    readonly submissions: RateLimit;
    /** All else, by team or address. */
    readonly requests: RateLimit;
  };
  readonly knownTokens: KnownTokens;
  /** The address that people use, without a slash at its end; null: whatever the request was sent to. */
  readonly publicUrl: string | null;
  readonly version: string;
  readonly startedAt: number;
  /** Of an embedded database. */
  readonly folder: string | null;
  /** The web page's files; null where there is none. */
  readonly web: WebFiles | null;
}
