import { loadKnownTokens } from "../accounts/known-tokens.ts";
import { createBoardCache } from "../board/board-cache.ts";
import { createRateLimit } from "../limits/rate-limit.ts";
import type { Platform } from "../platform.ts";
import { openSigner } from "../receipts/chain.ts";
import { leaderboardVersion } from "../version.ts";
import type { Site } from "./context.ts";
import { createEventHub } from "./event-hub.ts";
import type { WebFiles } from "./web-files.ts";

/** What the routes of one server work with. `folder` is that of an embedded database. */
export async function createSite(
  platform: Platform,
  {
    publicUrl,
    web = null,
  }: { readonly publicUrl?: string | undefined; readonly web?: WebFiles | null | undefined },
  folder: string | null,
): Promise<Site> {
  const { clock, db } = platform;
  return {
    platform,
    boards: createBoardCache(db, clock),
    events: createEventHub(),
    signer: await openSigner(db),
    limits: {
      failures: createRateLimit({ burst: 20, perSecond: 1 / 3, clock }),
      logIns: createRateLimit({ burst: 200, perSecond: 5, clock }),
      submissions: createRateLimit({ burst: 60, perSecond: 2, clock }),
      // a venue's 40 teams and their audience come from one address
      requests: createRateLimit({ burst: 5000, perSecond: 1000, clock }),
    },
    knownTokens: await loadKnownTokens(db),
    publicUrl: publicUrl?.replace(/\/+$/, "") ?? null,
    version: leaderboardVersion,
    startedAt: performance.now(),
    folder,
    web,
  };
}
