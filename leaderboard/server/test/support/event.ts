import { isBraidynError } from "@braidyn/core";
import { createClient, type Client } from "@braidyn/leaderboard/client";
import { createLog, serve, type LeaderboardServer, type ServeOptions } from "@braidyn/leaderboard";
import type { Submission } from "@braidyn/leaderboard/api";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server on a folder of its own, and its organizer. */
export interface TestEvent {
  readonly server: LeaderboardServer;
  readonly folder: string;
  readonly organizer: Client;
  readonly organizerToken: string;
  stop(): Promise<void>;
}

export async function startEvent(options: Partial<ServeOptions> = {}): Promise<TestEvent> {
  const folder = await mkdtemp(join(tmpdir(), "braidyn-leaderboard-"));
  const server = await serve({ folder, port: 0, log: createLog("silent"), newToken: true, ...options });
  const organizerToken = server.organizerToken!;
  return {
    ...{ server, folder, organizerToken },
    organizer: createClient({ url: server.url, token: organizerToken }),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface TestTeam {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly client: Client;
}

/** Makes a team by an invitation, as people do. */
export async function joinTeam({ server, organizer }: TestEvent, name: string): Promise<TestTeam> {
  const { link } = await organizer.call("createInvitation", { body: { uses: 1 } });
  const anyone = createClient({ url: server.url });
  const code = new URL(link).hash.slice(1);
  const { team, token } = await anyone.call("join", { body: { code, name } });
  return { ...team, token: token.token, client: createClient({ url: server.url, token: token.token }) };
}

export const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

/** Sends predictions in one request. */
export async function send(team: TestTeam, challenge: string, csv: string, name = "predictions.csv") {
  return team.client.call("submit", { params: { challenge }, query: { name }, bytes: bytesOf(csv) });
}

/** Waits until a submission has an end. */
export async function ended(client: Client, id: string, seconds = 40): Promise<Submission> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
    const submission = await client.call("getSubmission", { params: { id } }).catch(unlessAway);
    if (submission !== null && ["scored", "refused", "failed"].includes(submission.status)) return submission;
    await pause(50);
  }
  throw new Error(`submission ${id} has no end after ${seconds} s`);
}

/** A database that was killed is away for a moment. */
function unlessAway(error: unknown): null {
  if (isBraidynError(error, "LEADERBOARD_UNAVAILABLE")) return null;
  throw error;
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `look` gives something; fails with what was expected. */
export async function eventually<T>(what: string, look: () => Promise<T | null>, seconds = 20): Promise<T> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(50)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error(`after ${seconds} s still not: ${what}`);
}
