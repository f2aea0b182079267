import { BraidynError } from "@braidyn/core";
import type { FastifyRequest } from "fastify";
import { authenticate, type Principal } from "../accounts/tokens.ts";
import type { Access } from "../api.ts";
import type { Site } from "./context.ts";

export const cookieName = "braidyn_session";

/** How a request says whose it is. */
interface Credential {
  readonly secret: string;
  readonly from: "header" | "cookie";
}

function credentialOf(request: FastifyRequest): Credential | null {
  const header = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? "")?.[1];
  if (header !== undefined) return { secret: header, from: "header" };
  if (request.headers.authorization !== undefined) return { secret: "", from: "header" };
  const cookie = request.cookies[cookieName];
  return cookie === undefined ? null : { secret: cookie, from: "cookie" };
}

/**
 * Whom a request is from, null for nobody; refused unless the route is for them.
 *
 * @throws BraidynError `LEADERBOARD_TOKEN*`, `LEADERBOARD_FORBIDDEN`, `LEADERBOARD_ORIGIN`, `LEADERBOARD_RATE`.
 */
export async function admit(site: Site, request: FastifyRequest, access: Access): Promise<Principal | null> {
  const credential = credentialOf(request);
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (changes && credential?.from !== "header") refuseOtherOrigin(site, request, credential !== null);
  const principal = credential === null ? null : await identify(site, request, credential, access);
  if (access === "anyone") return principal;
  if (principal === null) throw new BraidynError("LEADERBOARD_TOKEN_MISSING", {});
  if (access === "organizer" && principal.role !== "organizer")
    throw new BraidynError("LEADERBOARD_FORBIDDEN", {});
  return principal;
}

async function identify(
  site: Site,
  request: FastifyRequest,
  { secret, from }: Credential,
  access: Access,
): Promise<Principal | null> {
  try {
    return await lookUp(site, secret, request.ip);
  } catch (error) {
    // a browser keeps sending a cookie that has expired: open pages stay open to it
    if (from === "cookie" && access === "anyone" && isTokenError(error)) return null;
    throw error;
  }
}

/**
 * Who holds a token. Tries with wrong ones are counted by address; beyond the limit they cost the server next to nothing.
 *
 * @throws BraidynError `LEADERBOARD_TOKEN*`, `LEADERBOARD_RATE`.
 */
export async function lookUp(site: Site, secret: string, address: string): Promise<Principal> {
  const { db, clock } = site.platform;
  const { failures } = site.limits;
  if (!site.knownTokens.has(secret) && !failures.allows(address)) failures.take(address);
  try {
    const principal = await authenticate(db, secret, clock.now());
    site.knownTokens.add(secret);
    return principal;
  } catch (error) {
    if (isTokenError(error)) failures.take(address);
    throw error;
  }
}

function isTokenError(error: unknown): boolean {
  return error instanceof BraidynError && error.code.startsWith("LEADERBOARD_TOKEN");
}

/**
 * A browser sends the cookie whoever made it send the request. SameSite=Strict keeps other sites out; Origin also those
 * that browsers count to the same site. Without a cookie (a log-in) a foreign Origin is refused as well.
 */
function refuseOtherOrigin({ publicUrl }: Site, request: FastifyRequest, hasCookie: boolean): void {
  const { origin, host = "" } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (origin === undefined) {
    if (!hasCookie || site === "same-origin") return;
    throw new BraidynError("LEADERBOARD_ORIGIN", { origin: "-" });
  }
  // organizers may use the machine's own name beside the public one
  if ([publicUrl, `http://${host}`, `https://${host}`].includes(origin)) return;
  throw new BraidynError("LEADERBOARD_ORIGIN", { origin: origin.slice(0, 100) });
}
