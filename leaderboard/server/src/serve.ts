import { BraidynError } from "@braidyn/core";
import { mkdir, readdir, stat } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { issueToken } from "./accounts/tokens.ts";
import { addBundle, type AddedBundle } from "./challenges/add-bundle.ts";
import type { Clock } from "./clock.ts";
import { clusterFiles, startCluster, type Cluster } from "./database/embedded/cluster.ts";
import { lockFolder, type FolderLock } from "./database/embedded/folder-lock.ts";
import { closeApp, createApp } from "./http/app.ts";
import { createSite } from "./http/create-site.ts";
import { followEvents } from "./http/follow-events.ts";
import type { WebFiles } from "./http/web-files.ts";
import { createLog, type Log } from "./log.ts";
import { openPlatform } from "./open-platform.ts";
import type { Platform } from "./platform.ts";
import { startWorkers, type Workers } from "./scoring/worker-processes.ts";
import { leaderboardVersion } from "./version.ts";

export interface ServeOptions {
  /** Where the embedded database is; not needed with `databaseUrl`. */
  readonly folder: string | null;
  /** The organizer's own PostgreSQL. */
  readonly databaseUrl?: string | undefined;
  readonly host?: string | undefined;
  /** 0: any free one. */
  readonly port?: number | undefined;
  /** Folders of bundles to add. */
  readonly bundles?: readonly string[] | undefined;
  /** Worker processes on this machine. */
  readonly workers?: number | undefined;
  /** `https://board.example.org`, where people reach it by another address than the one it listens on. */
  readonly publicUrl?: string | undefined;
  readonly trustProxy?: boolean | undefined;
  /** Issue an organizer's token even where there is one. */
  readonly newToken?: boolean | undefined;
  /** The page's files, as `webFiles()` of `@braidyn/leaderboard-web` gives them. */
  readonly web?: WebFiles | undefined;
  readonly log?: Log | undefined;
  readonly clock?: Clock | undefined;
}

/** A server that runs. */
export interface LeaderboardServer {
  readonly url: string;
  readonly databaseUrl: string;
  /** An organizer's token, where one was issued just now: it is shown once. */
  readonly organizerToken: string | null;
  readonly bundles: readonly AddedBundle[];
  readonly platform: Platform;
  /** Of the embedded database; tests kill it. */
  readonly cluster: Cluster | null;
  readonly workers: Workers;
  /** Lets requests and jobs end, then stops the database. */
  stop(): Promise<void>;
}

const organizerTokenDays = 400;

/**
 * Starts the leaderboard: database, workers, HTTP.
 *
 * @throws BraidynError `LEADERBOARD_FOLDER*`, `LEADERBOARD_DATABASE*`, `LEADERBOARD_PORT`, `BUNDLE_*`.
 */
export async function serve(options: ServeOptions): Promise<LeaderboardServer> {
  const { folder, log = createLog("silent") } = options;
  const closing: (() => Promise<unknown>)[] = [];
  /** Whatever was started last is stopped first, whether all was started or not. */
  const stop = async (): Promise<void> => {
    for (let step = closing.pop(); step !== undefined; step = closing.pop()) {
      await step().catch((error: unknown) => log.error({ reason: String(error) }, "stop"));
    }
  };
  try {
    const { url, cluster } = await openCluster(options, log, closing);
    const platform = await openPlatform({
      url,
      log,
      name: "braidyn-server",
      connections: 20,
      clock: options.clock,
    });
    closing.push(platform.close);
    const bundles: AddedBundle[] = [];
    for (const path of options.bundles ?? []) bundles.push(await addBundle(platform, path));
    const organizerToken = await firstToken(platform, options.newToken === true);
    const site = await createSite(platform, options, cluster === null ? null : folder);
    closing.push(followEvents(platform, site.boards, site.events));
    const app = await createApp(site, { trustProxy: options.trustProxy === true });
    const address = await listen(app, options);
    const workers = startWorkers({ count: options.workers ?? 1, url, log });
    closing.push(workers.stop);
    closing.push(() => closeApp(app, site));
    log.info({ url: address, version: leaderboardVersion }, "listening");
    return { url: address, databaseUrl: url, organizerToken, bundles, platform, cluster, workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openCluster(
  { folder, databaseUrl }: ServeOptions,
  log: Log,
  closing: (() => Promise<unknown>)[],
): Promise<{ url: string; cluster: Cluster | null }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, cluster: null };
  if (folder === null) throw new BraidynError("LEADERBOARD_NO_DATABASE", {});
  await prepareFolder(folder);
  const lock: FolderLock = await lockFolder(folder);
  closing.push(lock.release);
  const cluster = await startCluster({ folder, onEvent: (event, detail) => log.warn(detail, event) });
  closing.push(cluster.stop);
  return { url: cluster.url, cluster };
}

/** @throws BraidynError `LEADERBOARD_FOLDER` for one that holds something else. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    const ours = names.length === 0 || names.some((name) => name === clusterFiles.password);
    const started = names.every((name) => /^(server\.lock|database|postgresql)/.test(name));
    if (!ours && !started)
      throw new BraidynError("LEADERBOARD_FOLDER", { path: folder, reason: names[0] ?? "" });
    await stat(join(folder, "."));
  } catch (cause) {
    if (cause instanceof BraidynError) throw cause;
    throw new BraidynError(
      "LEADERBOARD_FOLDER",
      { path: folder, reason: (cause as Error).message },
      { cause },
    );
  }
}

async function firstToken({ db, clock }: Platform, always: boolean): Promise<string | null> {
  const now = clock.now();
  const known = await db
    .selectFrom("tokens")
    .select("id")
    .where("role", "=", "organizer")
    .where("parent", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .limit(1)
    .executeTakeFirst();
  if (known !== undefined && !always) return null;
  const { token } = await issueToken(db, { team: null, label: "organizer", now, days: organizerTokenDays });
  return token;
}

async function listen(
  app: Awaited<ReturnType<typeof createApp>>,
  { host = "127.0.0.1", port = 8080 }: ServeOptions,
) {
  try {
    await app.listen({ host, port, backlog: 2048 });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new BraidynError("LEADERBOARD_PORT", { host, port: String(port), reason: message }, { cause });
  }
  const { port: used, family } = app.server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : family === "IPv6" ? `[${host}]` : host;
  return `http://${shown}:${used}`;
}
