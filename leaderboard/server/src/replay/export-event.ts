import { buildBoard } from "../board/build-board.ts";
import { openChallenge } from "../challenges/open.ts";
import { judgingsOf } from "../judging/judgings-of.ts";
import type { Platform } from "../platform.ts";
import { openSigner, receiptHead } from "../receipts/chain.ts";
import { leaderboardVersion } from "../version.ts";
import { eventFormat, type EventFile } from "./event-file.ts";

/** A challenge's event as one JSON text, all of one moment. */
export async function exportEvent({ db, clock }: Platform, id: string): Promise<string> {
  const { publicKey } = await openSigner(db);
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const { definition, bundle, judging, revealed_at } = await openChallenge(trx, id);
      const now = clock.now();
      const submissions = await trx
        .selectFrom("submissions as s")
        .innerJoin("runs as r", (join) =>
          join.onRef("r.submission", "=", "s.id").on("r.judging", "=", judging),
        )
        .select(["s.id", "s.number", "s.team", "s.sha256", "s.submitted_at", "s.final", "r.state"])
        .where("s.challenge", "=", id)
        .orderBy("s.number")
        .execute();
      const teams = await trx
        .selectFrom("teams")
        .select(["id", "name", "kind"])
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("submissions as s")
              .select("s.id")
              .whereRef("s.team", "=", "teams.id")
              .where("s.challenge", "=", id),
          ),
        )
        .orderBy("name")
        .execute();
      const results = await trx
        .selectFrom("results as x")
        .innerJoin("runs as r", "r.id", "x.run")
        .innerJoin("receipts as k", (join) =>
          join.onRef("k.run", "=", "x.run").onRef("k.board", "=", "x.board"),
        )
        .select([
          "r.submission",
          "r.judging",
          "x.board",
          "x.report",
          "x.moved",
          "x.step",
          "x.position",
          "k.file",
        ])
        .where("r.challenge", "=", id)
        .orderBy("k.number")
        .execute();
      const others = await trx
        .selectFrom("receipts as k")
        .innerJoin("runs as r", "r.id", "k.run")
        .select("k.file")
        .where("r.challenge", "!=", id)
        .orderBy("k.number")
        .execute();
      const board = (name: "public" | "private") =>
        buildBoard(trx, { challenge: id, board: name, live: true, now });
      const event: EventFile = {
        format: eventFormat,
        exportedAt: now.toISOString(),
        version: leaderboardVersion,
        ...{ challenge: id, definition, bundle, judging, revealedAt: revealed_at?.toISOString() ?? null },
        judgings: await judgingsOf(trx, id),
        teams,
        submissions: submissions.map(({ submitted_at, state, ...submission }) => ({
          ...{ ...submission, submittedAt: submitted_at.toISOString(), status: state },
        })),
        results: results.map(({ file, ...result }) => ({ ...result, receipt: file.toString("utf8") })),
        otherReceipts: others.map(({ file }) => file.toString("utf8")),
        head: await receiptHead(trx, publicKey),
        boards: { public: await board("public"), private: await board("private") },
      };
      return `${JSON.stringify(event)}\n`;
    });
}
