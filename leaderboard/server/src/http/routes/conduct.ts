import { BraidynError } from "@braidyn/core";
import type { FastifyInstance } from "fastify";
import type { Readable } from "node:stream";
import { routes } from "../../api.ts";
import { audit } from "../../audit.ts";
import { putBaseline } from "../../challenges/put-baseline.ts";
import { openChallenge } from "../../challenges/open.ts";
import { readConsole } from "../../console/read-console.ts";
import { notifyEvent } from "../../database/notify.ts";
import { judgingDiff } from "../../judging/diff.ts";
import { applyJudging, rejudge, viewJudging, viewJudgings } from "../../judging/rejudge.ts";
import { retryRun } from "../../queue/retry-run.ts";
import type { Site } from "../context.ts";
import { pacedBody } from "../paced-body.ts";
import { serveRoute } from "../serve-route.ts";

/** What organizers do with a challenge: freeze, reveal, rejudge, baselines; and the console. */
export function conductRoutes(app: FastifyInstance, site: Site): void {
  const { platform } = site;
  const { db, clock } = platform;
  const changed = async (challenge: string): Promise<void> => {
    site.boards.forget(challenge);
    await notifyEvent(db, { event: "challenge", challenge });
    await notifyEvent(db, { event: "board", challenge, version: "-" });
  };
  serveRoute(
    app,
    site,
    routes.freeze,
    async ({ params: { challenge }, body: { frozen, reason }, principal }) => {
      const { revealed_at } = await openChallenge(db, challenge);
      if (revealed_at !== null) throw new BraidynError("LEADERBOARD_REVEALED", { challenge });
      const frozen_at = frozen ? clock.now() : null;
      await db.updateTable("challenges").set({ frozen_at }).where("id", "=", challenge).execute();
      await audit(platform, principal, {
        action: frozen ? "freeze" : "unfreeze",
        detail: `${challenge}: ${reason}`,
      });
      await changed(challenge);
    },
  );
  serveRoute(app, site, routes.reveal, async ({ params: { challenge }, body: { confirm }, principal }) => {
    if (confirm !== challenge) throw new BraidynError("LEADERBOARD_CONFIRM", { given: confirm, challenge });
    const { judging, revealed_at } = await openChallenge(db, challenge);
    const { count } = await db
      .selectFrom("runs")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("challenge", "=", challenge)
      .where("judging", "=", judging)
      .where("state", "in", ["waiting", "queued", "running"])
      .executeTakeFirstOrThrow();
    if (count > 0) throw new BraidynError("LEADERBOARD_UNSCORED", { count });
    if (revealed_at === null) {
      await db
        .updateTable("challenges")
        .set({ revealed_at: clock.now() })
        .where("id", "=", challenge)
        .execute();
      await audit(platform, principal, { action: "reveal", detail: challenge });
    }
    await changed(challenge);
  });
  serveRoute(
    app,
    site,
    routes.rejudge,
    async ({ params: { challenge }, body: { reason, bundle }, principal }) => {
      const judging = await rejudge(platform, { challenge, reason, bundle: bundle ?? null });
      await audit(platform, principal, {
        action: "rejudge",
        detail: `${challenge} ${judging.number}: ${reason}`,
      });
      return judging;
    },
  );
  serveRoute(app, site, routes.listJudgings, async ({ params: { challenge } }) => {
    await openChallenge(db, challenge);
    return { judgings: await viewJudgings(db, challenge) };
  });
  serveRoute(app, site, routes.getJudging, async ({ params, language }) => {
    await viewJudging(db, params.challenge, params.number);
    return judgingDiff(db, { ...params, language });
  });
  serveRoute(app, site, routes.applyJudging, async ({ params: { challenge, number }, principal }) => {
    await viewJudging(db, challenge, number);
    const judging = await applyJudging(platform, challenge, number);
    await audit(platform, principal, { action: "apply rejudging", detail: `${challenge} ${number}` });
    await changed(challenge);
    return judging;
  });
  serveRoute(app, site, routes.addBaseline, async ({ params: { challenge }, query, principal, request }) => {
    const { name } = query;
    const submission = await putBaseline(platform, {
      challenge,
      name,
      bytes: pacedBody(request.body as Readable),
    });
    await audit(platform, principal, { action: "baseline", detail: `${challenge} ${name}` });
    return { submission };
  });
  serveRoute(app, site, routes.retrySubmission, async ({ params, principal }) => {
    const status = await retryRun(platform, params.id);
    await audit(platform, principal, { action: "retry", detail: params.id });
    return { status };
  });
  serveRoute(app, site, routes.getConsole, async () => readConsole(site));
}
