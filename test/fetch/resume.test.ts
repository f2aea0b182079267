import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { listDandiAssets } from "@braidyn/nwb";
import { fetchSessions } from "@braidyn/nwb/fetch";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launcher } from "../cli/command.ts";
import { faultKinds } from "../dandi-server/faults.ts";
import { digestsIn, environment, openArchive, sampleSessions, type Archive } from "./server.ts";

const sessions = mkdtempSync(join(tmpdir(), "braidyn-archive-"));
let archive: Archive;
/** What an undisturbed fetch gives, and how many bytes it took. */
let undisturbed: Record<string, string>;
let bytesOfAll = 0;

beforeAll(async () => {
  await sampleSessions(sessions, 3);
  archive = await openArchive(sessions);
  const { code } = await archive.run("fetch", "dandi:001425", "-o", archive.at("undisturbed"));
  expect(code).toBe(0);
  bytesOfAll = archive.newBytes();
  undisturbed = digestsIn(archive.at("undisturbed"));
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
      const stopAt = stored() + Math.random() * 0.16 * bytesOfAll;
      while (stored() < stopAt && child.exitCode === null) await wait(5);
      child.kill("SIGKILL");
      await ended;
    }
    archive.server.behaviour.bytesPerSecond = 0;
    expect((await archive.run("fetch", "dandi:001425", "-o", out)).code).toBe(0);
    expect(digestsIn(out)).toEqual(undisturbed);
    expect(stored() - start).toBeLessThan(1.1 * bytesOfAll);
  });

  test("of which one answer in twenty goes wrong ends as an undisturbed one", async () => {
    const share = 0.05 / faultKinds.length;
    archive.server.behaviour.faults = Object.fromEntries(faultKinds.map((kind) => [kind, share]));
    const { apiUrl } = archive.server;
    const sources = [];
    for await (const asset of listDandiAssets("001425", null, {}, { apiUrl })) sources.push(asset);
    const folder = archive.at("faults");
    const report = await fetchSessions(sources, { folder, apiUrl, idleTimeoutMs: 500 });
    expect(report.sessions.map(({ state }) => state)).toEqual(sources.map(() => "fetched"));
    expect(digestsIn(folder)).toEqual(undisturbed);
  });

  test("says beforehand to the byte what it will ask for, and writes nothing then", async () => {
    const out = archive.at("dry", "run");
    const dry = await archive.run("fetch", "dandi:001425", "-o", out, "--dry-run", "--json");
    expect(dry).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(archive.at("dry"))).toBe(false);
    const { bytes, sessions } = JSON.parse(dry.stdout) as { bytes: number; sessions: { state: string }[] };
    expect(sessions.map(({ state }) => state)).toEqual(Array(4).fill("planned"));
    expect(bytes).toBe(bytesOfAll);
  });

  test("of files that are there asks for nothing, and mends what was damaged", async () => {
    const out = archive.at("again");
    cpSync(archive.at("undisturbed"), out, { recursive: true });
    const [name = ""] = Object.keys(undisturbed).filter((each) => each.endsWith(".nwb"));
    const before = await archive.run("fetch", "dandi:001425", "-o", out, "--json");
    expect(JSON.parse(before.stdout)).toMatchObject({ bytes: 0, kept: 4, fetched: 0 });
    const bytes = readFileSync(join(out, name));
    bytes[bytes.length - 1000] = (bytes[bytes.length - 1000] as number) ^ 1;
    writeFileSync(join(out, name), bytes);
    const after = await archive.run("fetch", "dandi:001425", "-o", out, "--json");
    expect(JSON.parse(after.stdout)).toMatchObject({ kept: 3, fetched: 1 });
    expect(digestsIn(out)).toEqual(undisturbed);
  });

  test("ended by Ctrl-C leaves nothing under a final name that is not whole, and goes on from there", async () => {
    const out = archive.at("interrupted");
    archive.server.behaviour.bytesPerSecond = 200_000;
    const child = spawn(process.execPath, [launcher, "fetch", "dandi:001425", "-o", out], {
      env: { ...process.env, ...environment(archive.server) },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    while (archive.newBytes() < 100_000 && child.exitCode === null) await wait(50);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    const names = existsSync(out) ? Object.keys(digestsIn(out)) : [];
    expect(names.filter((name) => !name.startsWith(".braidyn-fetch"))).toEqual([]);
    archive.server.behaviour.bytesPerSecond = 0;
    expect((await archive.run("fetch", "dandi:001425", "-o", out)).code).toBe(0);
    expect(digestsIn(out)).toEqual(undisturbed);
  });
});
