import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launcher } from "../cli/command.ts";
import { faultKinds } from "../dandi-server/faults.ts";
import { environment, filesIn, openArchive, sampleSessions, type Archive } from "./server.ts";

const sessions = mkdtempSync(join(tmpdir(), "braidyn-archive-"));
let archive: Archive;
/** What an undisturbed fetch gives, and how many bytes it took. */
let undisturbed: Map<string, Buffer>;
let bytesOfAll = 0;

beforeAll(async () => {
  await sampleSessions(sessions, 3);
  archive = await openArchive(sessions);
  const { code } = await archive.run("fetch", "dandi:001425", "-o", archive.at("undisturbed"));
  expect(code).toBe(0);
  bytesOfAll = archive.newBytes();
  undisturbed = filesIn(archive.at("undisturbed"));
});
afterEach(() => {
  Object.assign(archive.server.behaviour, { bytesPerSecond: 0, faults: {} });
  archive.newBytes();
});
afterAll(async () => {
  await archive.close();
  rmSync(sessions, { recursive: true });
});

describe("a fetch", () => {
  test("killed ten times at random points ends as an undisturbed one, having fetched less than a tenth twice", async () => {
    const out = archive.at("killed");
    archive.server.behaviour.bytesPerSecond = 1_000_000;
    const stored = () =>
      archive.server.requests.reduce((sum, { server, bytes }) => sum + (server === "store" ? bytes : 0), 0);
    const start = stored();
    for (let kills = 0; kills < 10; kills++) {
      const child = spawn(process.execPath, [launcher, "fetch", "dandi:001425", "-o", out], {
        env: { ...process.env, ...environment(archive.server) },
        stdio: "ignore",
      });
      const ended = new Promise((resolve) => child.on("close", resolve));
      const stopAt = stored() + Math.random() * 0.15 * bytesOfAll;
      while (stored() < stopAt && child.exitCode === null) await wait(5);
      child.kill("SIGKILL");
      await ended;
    }
    archive.server.behaviour.bytesPerSecond = 0;
    expect((await archive.run("fetch", "dandi:001425", "-o", out)).code).toBe(0);
    expect(filesIn(out)).toEqual(undisturbed);
    expect(stored() - start).toBeLessThan(1.1 * bytesOfAll);
  });

  test("of which one answer in twenty goes wrong ends as an undisturbed one", async () => {
    const share = 0.05 / faultKinds.length;
    archive.server.behaviour.faults = Object.fromEntries(faultKinds.map((kind) => [kind, share]));
    const { code } = await archive.run("fetch", "dandi:001425", "-o", archive.at("faults"));
    expect(code).toBe(0);
    expect(filesIn(archive.at("faults"))).toEqual(undisturbed);
  });
});
