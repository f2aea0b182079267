import { BraidynError } from "@braidyn/core";
import { mkdir, readdir, stat } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { loadKnownTokens } from "./accounts/known-tokens.ts";
import { issueToken } from "./accounts/tokens.ts";
import type { LiveEvent } from "./api.ts";
import { createBoardCache, type BoardCache } from "./board/board-cache.ts";
import { addBundle, type AddedBundle } from "./challenges/add-bundle.ts";
import type { Clock } from "./clock.ts";
import { clusterFiles, startCluster, type Cluster } from "./database/embedded/cluster.ts";
import { lockFolder, type FolderLock } from "./database/embedded/folder-lock.ts";
import { eventChannel } from "./database/notify.ts";
import { closeApp, createApp } from "./http/app.ts";
import type { Site } from "./http/context.ts";
import { createEventHub, type EventHub } from "./http/event-hub.ts";
import { findWebFolder } from "./http/web-files.ts";
import { keepHouse } from "./housekeeping.ts";
import { createRateLimit } from "./limits/rate-limit.ts";
import { createLog, type Log } from "./log.ts";
import { openPlatform } from "./open-platform.ts";
import type { Platform } from "./platform.ts";
import { reconcile } from "./queue/reconcile.ts";
import { openSigner } from "./receipts/chain.ts";
import { predictionsScorer } from "./scoring/predictions-scorer.ts";
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

async function createSite(platform: Platform, options: ServeOptions, folder: string | null): Promise<Site> {
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
    kinds: predictionsScorer.kinds,
    publicUrl: options.publicUrl?.replace(/\/+$/, "") ?? null,
    version: leaderboardVersion,
    startedAt: performance.now(),
    folder,
    webFolder: findWebFolder(),
  };
}

const tickMilliseconds = 5000;
const houseMilliseconds = 3600_000;

/** Passes on what changes, and looks now and then whether something was lost. @returns how to end it. */
function followEvents(platform: Platform, boards: BoardCache, events: EventHub): () => Promise<void> {
  const { db, log } = platform;
  const told = new Map<string, string>();
  const pending = new Map<string, NodeJS.Timeout>();
  /** A board event is sent when the public board is another one: while it is frozen, nothing tells that scores come in. */
  const tellBoard = async (challenge: string): Promise<void> => {
    pending.delete(challenge);
    const { version } = await boards.get({ challenge, board: "public", live: false });
    if (told.get(challenge) === version) return;
    told.set(challenge, version);
    events.send({ event: "board", challenge, version });
  };
  const soon = (challenge: string): void => {
    if (pending.has(challenge)) return;
    pending.set(
      challenge,
      setTimeout(() => void tellBoard(challenge).catch(() => {}), 300),
    );
  };
  const listening = platform.database.listen(eventChannel, (payload) => {
    if (payload === "") return boards.forget(); // some may have been missed
    const event = JSON.parse(payload) as LiveEvent;
    if (event.event === "board") boards.changed(event.challenge);
    if (event.event === "challenge") boards.forget(event.challenge);
    if (event.event === "board" || event.event === "challenge") soon(event.challenge);
    if (event.event !== "board") events.send(event);
  });
  const quietly = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => log.debug({ reason: String(error) }, "tick"));
  const tick = setInterval(() => {
    quietly(reconcile(platform));
    if (events.size === 0) return;
    quietly(
      db
        .selectFrom("challenges")
        .select("id")
        .execute()
        .then((found) => found.forEach(({ id }) => soon(id))),
    );
  }, tickMilliseconds);
  const house = setInterval(() => quietly(keepHouse(platform)), houseMilliseconds);
  return async () => {
    clearInterval(tick);
    clearInterval(house);
    for (const timer of pending.values()) clearTimeout(timer);
    await listening.close();
  };
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
