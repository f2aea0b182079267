import { BraidynError } from "@braidyn/core";
import { canonicalJson } from "@braidyn/harness";
import { openBundle, verifyBundle } from "@braidyn/harness/build";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { notifyEvent } from "../database/notify.ts";
import type { Platform } from "../platform.ts";
import { receive } from "../submissions/receive.ts";

export interface AddedBundle {
  readonly challenge: string;
  readonly digest: string;
  /** `new`: its challenge is on the server from now on; `known`: it was; `waiting`: another build of a challenge that runs. */
  readonly state: "new" | "known" | "waiting";
}

/**
 * Takes a bundle's folder, both halves, into the database. Its challenge is open from then on; another build of a
 * challenge that is there already waits until everything is rejudged by it.
 *
 * @throws BraidynError `BUNDLE_*`, `LEADERBOARD_BUNDLE_PRIVATE`.
 */
export async function addBundle(platform: Platform, folder: string): Promise<AddedBundle> {
  const { db, clock } = platform;
  const bundle = await openBundle(folder);
  if (!bundle.hasTestTruth) throw new BraidynError("LEADERBOARD_BUNDLE_PRIVATE", { path: folder });
  const { digest, definition } = bundle;
  const known = await db
    .selectFrom("bundles")
    .select("digest")
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (known !== undefined) return { challenge: definition.id, digest, state: "known" };
  await verifyBundle(folder);
  const files = await storeFiles(platform, folder, digest, [
    ["public/manifest.json", null],
    ["private/manifest.json", null],
    ...bundle.manifest.files.map(({ path, sha256 }) => [`public/${path}`, sha256] as const),
    ...(await privateFiles(folder)),
  ]);
  const controls = await bundle.controls();
  const now = clock.now();
  const state = await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("bundles")
      .values({
        ...{ digest, challenge: definition.id, private_digest: bundle.privateDigest ?? "" },
        commitment: definition.split.commitment ?? bundle.manifest.commitment,
        definition: canonicalJson(definition),
        controls: controls === null ? null : canonicalJson(controls),
        added_at: now,
      })
      .execute();
    await trx.insertInto("bundle_files").values(files).execute();
    const runs = await trx
      .selectFrom("challenges")
      .select("id")
      .where("id", "=", definition.id)
      .executeTakeFirst();
    if (runs !== undefined) return "waiting" as const;
    await trx
      .insertInto("challenges")
      .values({ id: definition.id, bundle: digest, frozen_at: null, revealed_at: null, created_at: now })
      .execute();
    await trx
      .insertInto("judgings")
      .values({
        challenge: definition.id,
        number: 1,
        reason: "-",
        bundle: digest,
        started_at: now,
        applied_at: now,
      })
      .execute();
    return "new" as const;
  });
  await notifyEvent(db, { event: "challenge", challenge: definition.id });
  return { challenge: definition.id, digest, state };
}

async function privateFiles(folder: string): Promise<(readonly [string, string])[]> {
  const { readFile } = await import("node:fs/promises");
  const manifest = JSON.parse(await readFile(join(folder, "private", "manifest.json"), "utf8")) as {
    files: { path: string; sha256: string }[];
  };
  return manifest.files.map(({ path, sha256 }) => [`private/${path}`, sha256] as const);
}

async function storeFiles(
  { db, store, clock }: Platform,
  folder: string,
  bundle: string,
  paths: readonly (readonly [path: string, sha256: string | null])[],
) {
  const rows = [];
  for (const [path, expected] of paths) {
    const file = join(folder, path);
    const { size } = await stat(file);
    const now = clock.now();
    const received = await receive(createReadStream(file), { db, store, now, maxBytes: size });
    if (expected !== null && received.sha256 !== expected) {
      throw new BraidynError("BUNDLE_CORRUPT", {
        ...{ file: path, found: received.sha256.slice(0, 12), expected: expected.slice(0, 12) },
      });
    }
    const blob = received.blob ?? (await store.create(db, now));
    await store.append(db, blob, received.last.start, received.last.bytes);
    await store.seal(db, blob, received);
    rows.push({ bundle, path, sha256: received.sha256, bytes: received.bytes, blob });
  }
  return rows;
}
