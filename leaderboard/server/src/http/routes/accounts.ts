import { BraidynError } from "@braidyn/core";
import type { FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { toString as drawQr } from "qrcode";
import { createInvitation } from "../../accounts/invitations.ts";
import { labelOf } from "../../accounts/team-name.ts";
import { renameTeam } from "../../accounts/teams.ts";
import { issueToken } from "../../accounts/tokens.ts";
import { routes, type TeamView } from "../../api.ts";
import { audit } from "../../audit.ts";
import { notifyEvent } from "../../database/notify.ts";
import type { Site } from "../context.ts";
import { serveRoute } from "../serve-route.ts";

/** What organizers do with people: invitations, tokens, teams, announcements. */
export function accountRoutes(app: FastifyInstance, site: Site): void {
  const { platform } = site;
  const { db, clock } = platform;
  serveRoute(app, site, routes.createInvitation, async ({ body, principal, request }) => {
    const team = principal.role === "team" ? (principal.team?.id ?? "") : (body.team ?? null);
    if (body.team !== undefined && body.team !== team) throw new BraidynError("LEADERBOARD_FORBIDDEN", {});
    const found =
      team === null
        ? null
        : await db.selectFrom("teams").select(["id", "name"]).where("id", "=", team).executeTakeFirst();
    if (found === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "team" });
    const { uses, hours } = body;
    const now = clock.now();
    const { id, code, expiresAt } = await createInvitation(db, { team, uses, hours, now });
    await audit(platform, principal, { action: "invite", detail: `${found?.name ?? "new teams"}, ${uses}` });
    const base = site.publicUrl ?? `${request.protocol}://${request.host}`;
    const link = `${base}/join#${code}`;
    return {
      invitation: {
        ...{ id, team: found, usesLeft: uses, revokedAt: null },
        ...{ expiresAt: expiresAt.toISOString(), createdAt: now.toISOString() },
      },
      link,
      qr: await drawQr(link, { type: "svg", errorCorrectionLevel: "M", margin: 2 }),
    };
  });
  serveRoute(app, site, routes.listInvitations, async () => {
    const found = await db
      .selectFrom("invitations as i")
      .leftJoin("teams as t", "t.id", "i.team")
      .select(["i.id", "i.team", "t.name", "i.uses_left", "i.expires_at", "i.revoked_at", "i.created_at"])
      .orderBy("i.created_at", "desc")
      .limit(500)
      .execute();
    return {
      invitations: found.map((row) => ({
        id: row.id,
        team: row.team === null ? null : { id: row.team, name: row.name ?? "" },
        usesLeft: row.uses_left,
        expiresAt: row.expires_at.toISOString(),
        revokedAt: row.revoked_at?.toISOString() ?? null,
        createdAt: row.created_at.toISOString(),
      })),
    };
  });
  serveRoute(app, site, routes.revokeInvitation, async ({ params, principal }) => {
    const { numUpdatedRows } = await db
      .updateTable("invitations")
      .set({ revoked_at: clock.now() })
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "invitation" });
    await audit(platform, principal, { action: "revoke invitation", detail: params.id });
  });
  serveRoute(app, site, routes.createToken, async ({ body, principal }) => {
    const team = body.team ?? null;
    if (team !== null) await findTeam(site, team);
    const label = labelOf(body.label);
    const { id, token, expiresAt } = await issueToken(db, { team, label, now: clock.now(), days: body.days });
    await audit(platform, principal, { action: "issue token", detail: `${team ?? "organizer"} ${label}` });
    return { id, token, expiresAt: expiresAt.toISOString() };
  });
  serveRoute(app, site, routes.listTokens, async () => {
    const found = await db
      .selectFrom("tokens as k")
      .leftJoin("teams as t", "t.id", "k.team")
      .select([
        "k.id",
        "k.role",
        "k.team",
        "t.name",
        "k.label",
        "k.created_at",
        "k.expires_at",
        "k.revoked_at",
      ])
      .select("k.last_used_at")
      .where("k.parent", "is", null)
      .orderBy("k.created_at", "desc")
      .limit(1000)
      .execute();
    return {
      tokens: found.map((row) => ({
        ...{ id: row.id, role: row.role, label: row.label },
        team: row.team === null ? null : { id: row.team, name: row.name ?? "" },
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        revokedAt: row.revoked_at?.toISOString() ?? null,
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      })),
    };
  });
  serveRoute(app, site, routes.listTeams, async () => ({ teams: await viewTeams(site) }));
  serveRoute(app, site, routes.changeTeam, async ({ params, body, principal }) => {
    await findTeam(site, params.id);
    if (body.name !== undefined) await renameTeam(db, params.id, body.name);
    if (body.suspended !== undefined) {
      const suspended_at = body.suspended ? clock.now() : null;
      await db.updateTable("teams").set({ suspended_at }).where("id", "=", params.id).execute();
    }
    await audit(platform, principal, {
      action: "change team",
      detail: `${params.id} ${JSON.stringify(body)}`,
    });
    site.boards.forget();
    return (await viewTeams(site, params.id))[0]!;
  });
  serveRoute(app, site, routes.announce, async ({ body: { text }, principal }) => {
    const [id, at, by] = [randomUUID(), clock.now(), principal.label || principal.role];
    await db.insertInto("announcements").values({ id, at, text, by_label: by }).execute();
    await notifyEvent(db, { event: "announcement", id });
    return { id, at: at.toISOString(), text, by };
  });
  serveRoute(app, site, routes.withdrawAnnouncement, async ({ params, principal }) => {
    await db.deleteFrom("announcements").where("id", "=", params.id).execute();
    await audit(platform, principal, { action: "withdraw announcement", detail: params.id });
    await notifyEvent(db, { event: "announcement", id: params.id });
  });
}

async function findTeam({ platform: { db } }: Site, id: string) {
  const found = await db
    .selectFrom("teams")
    .select(["id", "name"])
    .where("id", "=", id)
    .where("kind", "=", "team")
    .executeTakeFirst();
  if (found === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "team" });
  return found;
}

async function viewTeams({ platform: { db } }: Site, id?: string): Promise<TeamView[]> {
  const found = await db
    .selectFrom("teams as t")
    .select(["t.id", "t.name", "t.created_at", "t.suspended_at"])
    .select(({ selectFrom }) =>
      selectFrom("submissions as s")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("s.team", "=", "t.id")
        .as("submissions"),
    )
    .where("t.kind", "=", "team")
    .$if(id !== undefined, (query) => query.where("t.id", "=", id!))
    .orderBy("t.name")
    .execute();
  return found.map((row) => ({
    ...{ id: row.id, name: row.name, submissions: row.submissions ?? 0 },
    createdAt: row.created_at.toISOString(),
    suspendedAt: row.suspended_at?.toISOString() ?? null,
  }));
}
