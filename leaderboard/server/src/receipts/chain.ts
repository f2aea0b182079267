import { createReceipt, createSigner, receiptFile, sha256, type Report, type Signer } from "@braidyn/harness";
import { generateKeyPairSync } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { ReceiptHead } from "../api.ts";
import type { Queryable } from "../database/connect.ts";
import type { Tables } from "../database/tables.ts";

const keySetting = "receipt-key";

/**
 * The key that signs this leaderboard's receipts. It is in the database, because every worker signs and a restored backup
 * has to go on with the same one; the head of the chain is published, so that whoever has both cannot rewrite what came
 * before.
 */
export async function openSigner(db: Queryable): Promise<Signer> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const made = {
    pkcs8: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
    // its last 32 bytes are the key; source: RFC 8410
    publicKey: publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("hex"),
  };
  await db
    .insertInto("settings")
    .values({ key: keySetting, value: JSON.stringify(made) })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const { value } = await db
    .selectFrom("settings")
    .select("value")
    .where("key", "=", keySetting)
    .executeTakeFirstOrThrow();
  const kept = JSON.parse(value) as typeof made;
  return createSigner(Uint8Array.from(Buffer.from(kept.pkcs8, "base64")), kept.publicKey);
}

/** One at a time adds to the chain, and decides what the boards do: the order of both is the same for everyone. */
export async function lockChain(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('braidyn-chain'))`.execute(trx);
}

/** Signs the receipts of a run's reports and adds them to the chain. Call it with the chain locked. */
export async function addReceipts(
  trx: Transaction<Tables>,
  signer: Signer,
  { run, reports, privateDigest }: { run: string; reports: readonly Report[]; privateDigest: string },
): Promise<void> {
  let previous = await lastReceipt(trx);
  for (const report of reports) {
    const receipt = await createReceipt({ report, privateDigest, signer, previous: previous?.file });
    const file = Buffer.from(receiptFile(receipt));
    const row = { number: receipt.number, run, board: report.board, file, sha256: await sha256(file) };
    await trx.insertInto("receipts").values(row).execute();
    previous = row;
  }
}

async function lastReceipt(db: Queryable) {
  return db
    .selectFrom("receipts")
    .select(["number", "file", "sha256"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function receiptHead(db: Queryable, key: string): Promise<ReceiptHead> {
  const last = await lastReceipt(db);
  return { number: last?.number ?? 0, sha256: last?.sha256 ?? null, key };
}
