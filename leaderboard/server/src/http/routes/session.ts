import { BraidynError } from "@braidyn/core";
import type { FastifyInstance, FastifyReply } from "fastify";
import { findInvitation, join, teamTokenDays } from "../../accounts/invitations.ts";
import { hashSecret } from "../../accounts/secret.ts";
import { labelOf } from "../../accounts/team-name.ts";
import { issueToken, revokeToken, type Principal } from "../../accounts/tokens.ts";
import { routes, type Me } from "../../api.ts";
import { cookieName, lookUp } from "../authenticate.ts";
import type { Site } from "../context.ts";
import { serveRoute } from "../serve-route.ts";

/** Days that a browser stays logged in. */
const sessionDays = 7;

/** Who one is; log-in, log-out, invitations from the side of those who got one. */
export function sessionRoutes(app: FastifyInstance, site: Site): void {
  const { db, clock } = site.platform;
  const openSession = async (
    reply: FastifyReply,
    token: { id: string; label: string; team: string | null },
  ) => {
    const session = await issueToken(db, {
      ...{ team: token.team, label: token.label, parent: token.id },
      ...{ now: clock.now(), days: sessionDays },
    });
    void reply.setCookie(cookieName, session.token, { ...cookieOptions(site), expires: session.expiresAt });
  };

  serveRoute(app, site, routes.getMe, async ({ principal }) => meOf(principal));
  serveRoute(app, site, routes.logIn, async ({ body, request, reply }) => {
    site.limits.logIns.take(request.ip);
    const principal = await lookUp(site, body.token.trim(), request.ip);
    const { token: id, label, team } = principal;
    await openSession(reply, { id, label, team: team?.id ?? null });
    return meOf(principal);
  });
  serveRoute(app, site, routes.logOut, async ({ request, reply }) => {
    const secret = request.cookies[cookieName];
    if (secret !== undefined) {
      await db
        .deleteFrom("tokens")
        .where("hash", "=", hashSecret(secret))
        .where("parent", "is not", null)
        .execute();
    }
    void reply.clearCookie(cookieName, cookieOptions(site));
  });
  serveRoute(app, site, routes.readInvitation, async ({ body, request }) => {
    const { team, expires_at } = await failing(site, request.ip, findInvitation(db, body.code, clock.now()));
    const found = team === null ? null : await teamOf(team);
    return { team: found, expiresAt: expires_at.toISOString() };
  });
  const teamOf = (id: string) =>
    db.selectFrom("teams").select(["id", "name"]).where("id", "=", id).executeTakeFirstOrThrow();
  serveRoute(app, site, routes.join, async ({ body: { code, name, label }, request, reply }) => {
    site.limits.logIns.take(request.ip);
    const joined = await failing(site, request.ip, join(db, { code, name, label, now: clock.now() }));
    const { team, token } = joined;
    await openSession(reply, { id: token.id, label: labelOf(label), team: team.id });
    site.platform.log.info({ team: team.id, days: teamTokenDays }, "team joined");
    return { team, token: { ...token, expiresAt: token.expiresAt.toISOString() } };
  });
  serveRoute(app, site, routes.revokeToken, async ({ params, principal }) => {
    const own = principal.role === "team" ? (principal.team?.id ?? "") : null;
    const revoked = await revokeToken(db, { id: params.id, team: own, now: clock.now() });
    if (!revoked) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "token" });
  });
}

/** Counts wrong codes like wrong tokens. */
async function failing<T>(site: Site, address: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if ((error as { code?: string }).code === "LEADERBOARD_INVITATION") site.limits.failures.take(address);
    throw error;
  });
}

function cookieOptions({ publicUrl }: Site) {
  const secure = publicUrl?.startsWith("https:") ?? false;
  return { path: "/", httpOnly: true, sameSite: "strict", secure } as const;
}

function meOf({ role, team, label, expiresAt }: Principal): Me {
  const shared = { label, expiresAt: expiresAt.toISOString() };
  if (role === "organizer" || team === null) return { role: "organizer", ...shared };
  return { role, team: { id: team.id, name: team.name }, ...shared };
}
