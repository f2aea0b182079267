import { commandTexts, isBraidynError } from "@braidyn/core";
import type { AddedBundle, LeaderboardServer } from "@braidyn/leaderboard";
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Shell } from "../shell.ts";

/** A bundle whose challenge came to the server just now, and the folder that it came from. */
export type BaselineSource = AddedBundle & { readonly folder?: string };

/**
 * Trains the baselines of challenges that are new, each in a process of its own so that the server goes on answering, and
 * puts them on the boards. A challenge outside the catalogue has none to train: its organizer can send predictions.
 */
export async function putBaselines(
  server: LeaderboardServer,
  bundles: readonly BaselineSource[],
  shell: Shell,
  signal: AbortSignal,
): Promise<void> {
  const { loadChallenge } = await import("@braidyn/challenges");
  for (const { challenge: id, folder, state } of bundles) {
    if (folder === undefined || state === "waiting") continue;
    const challenge = await loadChallenge(id).catch(() => null);
    for (const name of Object.keys(challenge?.baselines ?? {})) {
      if (signal.aborted) return;
      if (await isThere(server, id, name)) continue;
      await putOne(server, { id, name, folder, signal }).then(
        () => shell.note(shell.text(commandTexts.serveBaseline, { name, challenge: id })),
        (error: unknown) =>
          server.platform.log.error({ challenge: id, name, reason: String(error) }, "baseline"),
      );
    }
  }
}

async function isThere(
  { platform: { db } }: LeaderboardServer,
  challenge: string,
  name: string,
): Promise<boolean> {
  const found = await db
    .selectFrom("teams")
    .innerJoin("submissions", "submissions.team", "teams.id")
    .select("teams.id")
    .where("teams.kind", "=", "baseline")
    .where("teams.challenge", "=", challenge)
    .where("teams.name", "=", name)
    .executeTakeFirst();
  return found !== undefined;
}

async function putOne(
  server: LeaderboardServer,
  { id, name, folder, signal }: { id: string; name: string; folder: string; signal: AbortSignal },
): Promise<void> {
  const { putBaseline } = await import("@braidyn/leaderboard");
  const scratch = await mkdtemp(join(tmpdir(), "braidyn-baseline-"));
  const path = join(scratch, "predictions.csv");
  try {
    await runSelf(["baseline", id, name, "--bundle", folder, "-o", path], signal);
    await putBaseline(server.platform, { challenge: id, name, bytes: createReadStream(path) });
  } catch (error) {
    if (isBraidynError(error) || !signal.aborted) throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** This command once more, as this process was started. */
function runSelf(args: readonly string[], signal: AbortSignal): Promise<void> {
  const main = fileURLToPath(
    new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : "../main.js", import.meta.url),
  );
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", "ignore", "pipe"] as const;
    const child = spawn(process.execPath, [...process.execArgv, main, ...args], {
      stdio: [...stdio],
      signal,
    });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(said || `exit code ${code}`))));
  });
}
