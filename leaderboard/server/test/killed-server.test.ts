import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, serve } from "@braidyn/leaderboard";
import { expect, onTestFinished, test } from "vitest";
import { makeEventBundle } from "./support/event-bundle.ts";
import { startEvent } from "./support/event.ts";
import { killDuringStream } from "./support/kill-stream.ts";

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "braidyn-killed-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a server and its database are killed during a stream of submissions: every acknowledged one is there, scored once", async () => {
  const bundle = await makeEventBundle();
  const result = await killDuringStream(bundle, join(await emptyFolder(), "event"), 3);
  expect(result.acknowledged).toBeGreaterThanOrEqual(9);
  expect(result).toMatchObject({ lost: [], unscored: [], twice: 0 });
  await rm(join(bundle.folder, ".."), { recursive: true, force: true });
});

test("a second server on the same folder is refused and says who has it; the first goes on", async () => {
  const event = await startEvent({ workers: 0 });
  onTestFinished(() => event.stop());
  const second = serve({ folder: event.folder, port: 0, log: createLog("silent") });
  await expect(second).rejects.toMatchObject({
    code: "LEADERBOARD_FOLDER_IN_USE",
    parameters: { pid: String(process.pid) },
  });
  expect((await fetch(`${event.server.url}/healthz`)).status).toBe(200);
});

test("a folder that holds something else is left alone", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "thesis.txt"), "years of work");
  const started = serve({ folder, port: 0, log: createLog("silent") });
  await expect(started).rejects.toMatchObject({
    code: "LEADERBOARD_FOLDER",
    parameters: { reason: "thesis.txt" },
  });
  expect(await readdir(folder)).toEqual(["thesis.txt"]);
});

test("a port that is taken is told, and nothing is left running", async () => {
  const event = await startEvent({ workers: 0 });
  onTestFinished(() => event.stop());
  const { port } = new URL(event.server.url);
  const folder = await emptyFolder();
  const second = serve({ folder, port: Number(port), log: createLog("silent") });
  await expect(second).rejects.toMatchObject({ code: "LEADERBOARD_PORT", parameters: { port } });
  // its folder is free again
  const third = await serve({ folder, port: 0, workers: 0, log: createLog("silent") });
  await third.stop();
});

test("a database that does not answer is told without its password", async () => {
  const databaseUrl = "postgres://someone:hunter2@127.0.0.1:1/nowhere";
  const started = serve({ folder: null, databaseUrl, port: 0, log: createLog("silent") });
  await expect(started).rejects.toMatchObject({ code: "LEADERBOARD_DATABASE" });
  await started.catch((error: Error) => expect(error.message).not.toContain("hunter2"));
});
