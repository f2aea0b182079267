import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { braidyn } from "../cli/command.ts";
import { environment, filesIn, openArchive, sampleSessions, type Archive } from "./server.ts";

const token = "0123456789abcdef0123456789abcdef01234567";
const sessions = mkdtempSync(join(tmpdir(), "braidyn-archive-"));
let archive: Archive;
let embargoed: Archive;
beforeAll(async () => {
  await sampleSessions(sessions);
  archive = await openArchive(sessions);
  embargoed = await openArchive(sessions, { token });
});
afterAll(async () => {
  await Promise.all([archive.close(), embargoed.close()]);
  rmSync(sessions, { recursive: true });
});

const name = "dandi:001425/sub-0/VG1GC-48_2023-05-29_task-day1.nwb";

describe("commands on what is not on this machine", () => {
  test("sessions lists a dandiset, chosen by mouse, type and day, and opens no file", async () => {
    archive.newBytes();
    const { code, stdout } = await archive.run(
      "sessions",
      "dandi:001425",
      "--subject",
      "48",
      "--day",
      "2",
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      sessions: [{ subject: "VG1-GC#48", day: 2, type: "task", date: "2023-05-30", trials: null }],
      unreadable: [],
    });
    expect(archive.newBytes()).toBe(0);
  });

  test("inspect and table say the same of a file, its address and its dandi: name", async () => {
    const asset = archive.server.asset("VG1GC-48_2023-05-29");
    const address = archive.server.downloadUrl(asset);
    for (const command of [
      ["inspect", "--json"],
      ["table", "trials"],
    ]) {
      const [local, remote, named] = await Promise.all(
        [asset.file, address, name].map((source) => archive.run(...command, source)),
      );
      const of = (text = "") => text.replace(/"(path|file)": ".*"/g, "");
      expect(of(remote?.stdout)).toBe(of(local?.stdout));
      expect(of(named?.stdout)).toBe(of(local?.stdout));
      expect(local?.stdout.length).toBeGreaterThan(1000);
    }
  });

  test("a key opens an embargoed dandiset, reaches nobody but the API, and is never shown", async () => {
    const out = embargoed.at("out");
    const one = ["fetch", "dandi:001425", "-o", out, "--subject", "48", "--day", "1"];
    const refused = await embargoed.run(...one, "--token", `${token}x`);
    const given = await embargoed.run(...one, "--token", token);
    const env = { ...environment(embargoed.server), DANDI_API_KEY: token };
    const inspected = await braidyn(["inspect", name, "--json"], { env });
    expect([refused.code, given.code, inspected.code]).toEqual([1, 0, 0]);
    expect(refused.stderr).toContain("NWB_DENIED");
    for (const { stdout, stderr } of [refused, given, inspected])
      expect(stdout + stderr).not.toContain(token);
    for (const bytes of filesIn(out).values()) expect(bytes.includes(token)).toBe(false);
    for (const { server, headers, url } of embargoed.server.requests) {
      expect(url).not.toContain(token);
      if (server === "store") expect(headers.authorization).toBeUndefined();
    }
  });
});

/** A disk of one megabyte; null where this user may not have one. */
function smallDisk(): string | null {
  const at = mkdtempSync(join(tmpdir(), "braidyn-small-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", at]);
  if (status === 0) return at;
  rmSync(at, { recursive: true });
  return null;
}

const disk = smallDisk();
afterAll(() => {
  if (disk === null) return;
  spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true });
});

test.skipIf(disk === null)(
  "a disk that fills up fails the sessions and leaves no file that is not whole (needs the right to mount a tmpfs)",
  async () => {
    const { code, stdout } = await archive.run("fetch", "dandi:001425", "-o", disk!, "--json");
    expect(code).toBe(1);
    const answer = JSON.parse(stdout) as {
      error?: { code: string };
      sessions?: { error?: { code: string } }[];
    };
    const codes = answer.error ? [answer.error.code] : answer.sessions?.map(({ error }) => error?.code);
    for (const each of codes ?? []) expect(["FETCH_SPACE", "NWB_WRITE_FAILED"]).toContain(each);
    expect(readdirSync(disk!).filter((entry) => !entry.startsWith("."))).toEqual([]);
  },
);
