import { BraidynError } from "@braidyn/core";
import type { FastifyInstance } from "fastify";
import { createHash, randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { labelOf } from "../../accounts/team-name.ts";
import type { Principal } from "../../accounts/tokens.ts";
import { routes, type Upload } from "../../api.ts";
import { pieceBytes } from "../../store/blobs.ts";
import { accept } from "../../submissions/accept.ts";
import type { Site } from "../context.ts";
import { pacedBody } from "../paced-body.ts";
import { serveRoute } from "../serve-route.ts";
import { acceptedAnswer, refuseEarly, refuseUsedUp, sendingTeam } from "./submissions.ts";

const uploadHours = 6;
/** Unfinished uploads of a team: each may hold the bytes of a submission. */
const mostOpen = 5;

/** Uploads in pieces: what has arrived stays, whatever happens to the connection. */
export function uploadRoutes(app: FastifyInstance, site: Site): void {
  const { db, store, clock } = site.platform;
  serveRoute(app, site, routes.startUpload, async ({ params: { challenge }, body, principal }) => {
    const team = sendingTeam(principal);
    site.limits.submissions.take(team);
    await refuseEarly(site, { challenge, kind: body.kind, bytes: body.bytes });
    const now = clock.now();
    const open = await db
      .selectFrom("uploads")
      .selectAll()
      .where("team", "=", team)
      .where("submission", "is", null)
      .where("expires_at", ">", now)
      .execute();
    const same = open.find(
      (upload) =>
        upload.challenge === challenge && upload.sha256 === body.sha256 && upload.bytes === body.bytes,
    );
    if (same !== undefined) return viewUpload(same);
    if (!(await wasSent(challenge, team, body.sha256))) await refuseUsedUp(site, challenge, team);
    if (open.length >= mostOpen) throw new BraidynError("LEADERBOARD_UPLOADS_OPEN", { limit: mostOpen });
    const upload = {
      ...{ id: randomUUID(), team, challenge, file_name: labelOf(body.name), kind: body.kind },
      ...{ bytes: body.bytes, sha256: body.sha256, blob: await store.create(db, now), received: 0 },
      ...{ expires_at: new Date(now.getTime() + uploadHours * 3600_000), submission: null },
    };
    await db.insertInto("uploads").values(upload).execute();
    return viewUpload(upload);
  });
  const wasSent = async (challenge: string, team: string, sha256: string): Promise<boolean> => {
    const found = await db
      .selectFrom("submissions")
      .select("id")
      .where("challenge", "=", challenge)
      .where("team", "=", team)
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    return found !== undefined;
  };
  serveRoute(app, site, routes.getUpload, async ({ params, principal }) =>
    viewUpload(await ownUpload(site, params.id, principal)),
  );
  serveRoute(app, site, routes.sendPiece, async ({ params, query, principal, request }) => {
    const upload = await ownUpload(site, params.id, principal);
    if (query.offset !== upload.received) {
      throw new BraidynError("LEADERBOARD_UPLOAD_OFFSET", {
        offset: query.offset,
        received: upload.received,
      });
    }
    await receivePieces(site, upload, request.body as Readable);
    return viewUpload(await ownUpload(site, params.id, principal));
  });
  serveRoute(app, site, routes.finishUpload, async (call) => {
    const { params, principal } = call;
    const upload = await ownUpload(site, params.id, principal);
    if (upload.submission !== null)
      return acceptedAnswer(site, { id: upload.submission, cached: false }, call);
    const { received, bytes, blob, sha256 } = upload;
    if (received < bytes)
      throw new BraidynError("LEADERBOARD_UPLOAD_UNFINISHED", { received, expected: bytes });
    const hash = createHash("sha256");
    for await (const piece of store.read(db, blob)) hash.update(piece);
    const found = hash.digest("hex");
    if (found !== sha256) {
      await forget(site, upload);
      const digests = { found: found.slice(0, 12), expected: sha256.slice(0, 12) };
      throw new BraidynError("LEADERBOARD_UPLOAD_DIGEST", digests);
    }
    const { challenge, team, kind, file_name: fileName } = upload;
    const accepted = await accept(site.platform, {
      ...{ challenge, team, kind, fileName, bytes, sha256 },
      store: async (trx) => {
        await store.seal(trx, blob, { bytes, sha256 });
        return blob;
      },
      discard: () => Promise.resolve(), // it stays an upload, which can be finished later, and expires
    });
    await db.updateTable("uploads").set({ submission: accepted.id }).where("id", "=", upload.id).execute();
    return acceptedAnswer(site, accepted, call);
  });
}

type UploadRow = Awaited<ReturnType<typeof ownUpload>>;

/** Stores whole pieces as they fill; what has come when the connection breaks is kept too. */
async function receivePieces(
  { platform: { db, store } }: Site,
  upload: UploadRow,
  body: Readable,
): Promise<void> {
  let start = upload.received;
  let piece: Uint8Array[] = [];
  let held = 0;
  const keep = async (): Promise<void> => {
    if (held === 0) return;
    await db.transaction().execute(async (trx) => {
      const current = await trx
        .selectFrom("uploads")
        .select("received")
        .where("id", "=", upload.id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      // two that send the same upload at once: the first has the place
      if (current.received !== start) {
        throw new BraidynError("LEADERBOARD_UPLOAD_OFFSET", { offset: start, received: current.received });
      }
      await store.append(trx, upload.blob, start, Buffer.concat(piece));
      await trx
        .updateTable("uploads")
        .set({ received: start + held })
        .where("id", "=", upload.id)
        .execute();
    });
    start += held;
    [piece, held] = [[], 0];
  };
  try {
    for await (const chunk of pacedBody(body)) {
      if (start + held + chunk.length > upload.bytes) {
        throw new BraidynError("LEADERBOARD_UPLOAD_SIZE", { limit: upload.bytes });
      }
      piece.push(chunk);
      held += chunk.length;
      if (held >= pieceBytes) await keep();
    }
  } finally {
    await keep();
  }
}

async function forget(
  { platform: { db, store } }: Site,
  { id, blob }: { id: string; blob: string },
): Promise<void> {
  await db.deleteFrom("uploads").where("id", "=", id).execute();
  await store.remove(db, blob);
}

async function ownUpload({ platform: { db, clock } }: Site, id: string, principal: Principal) {
  const found = await db
    .selectFrom("uploads")
    .selectAll()
    .where("id", "=", id)
    .where("team", "=", sendingTeam(principal))
    .where("expires_at", ">", clock.now())
    .executeTakeFirst();
  if (found === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "upload" });
  return found;
}

function viewUpload({ id, challenge, bytes, received, expires_at }: Omit<UploadRow, "submission">): Upload {
  return { id, challenge, bytes, received, expiresAt: expires_at.toISOString() };
}
