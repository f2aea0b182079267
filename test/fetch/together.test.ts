import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "@braidyn/nwb";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { goodBehaviour } from "../dandi-server/faults.ts";
import { assetOf } from "../dandi-server/dandiset.ts";
import { filesIn, openArchive, sampleSessions, type Archive } from "./server.ts";

const sessions = mkdtempSync(join(tmpdir(), "braidyn-archive-"));
let archive: Archive;
beforeAll(async () => {
  await sampleSessions(sessions);
  archive = await openArchive(sessions);
});
afterEach(() => void Object.assign(archive.server.behaviour, goodBehaviour()));
afterAll(async () => {
  await archive.close();
  rmSync(sessions, { recursive: true });
});

const json = async (...args: string[]) => {
  const { code, stdout } = await archive.run(...args, "--json");
  return { code, answer: JSON.parse(stdout) as Record<string, unknown> & Answer };
};
interface Answer {
  readonly error: { code: string };
  readonly sessions: readonly { name: string; state: string; error?: { code: string } }[];
}

describe("two fetches into one folder", () => {
  test("at once: one works, the other says who does", async () => {
    archive.server.behaviour.latencyMs = 40;
    const out = archive.at("two");
    const runs = await Promise.all([1, 2].map(() => json("fetch", "dandi:001425", "-o", out)));
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 1]);
    const refused = runs.find(({ code }) => code === 1)?.answer;
    expect(refused?.error.code).toBe("FETCH_LOCKED");
    expect(runs.find(({ code }) => code === 0)?.answer).toMatchObject({ fetched: 4, failed: 0 });
  });

  test("a claim of a process that is dead does not count", async () => {
    const out = archive.at("stale");
    mkdirSync(join(out, ".braidyn-fetch"), { recursive: true });
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(join(out, ".braidyn-fetch", `claim.${pid}.0123`), "");
    expect((await json("fetch", "dandi:001425", "-o", out, "--subject", "48", "--day", "1")).code).toBe(0);
    expect([...filesIn(out).keys()].filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("one after the other: the second takes nothing away from what the first took", async () => {
    const out = archive.at("union");
    const one = ["fetch", "dandi:001425", "-o", out, "--subject", "51", "--day", "2"];
    expect((await json(...one, "--streams", "trials,pupil")).code).toBe(0);
    expect((await json(...one, "--streams", "sensors:lever")).code).toBe(0);
    const [name = ""] = [...filesIn(out).keys()].filter((each) => each.endsWith(".nwb"));
    const session = await openSession(join(out, name));
    expect(session.contents.downsampled).toMatchObject({ sensors: ["lever"], trials: true, pupil: true });
    session.close();
  });
});

describe("what a challenge needs", () => {
  test("is its sessions, as its split names them, with what it reads of them", async () => {
    const folder = archive.at("challenge");
    mkdirSync(folder);
    const definition = readFileSync(
      join(import.meta.dirname, "../../challenges/lever-pull/challenge.yaml"),
      "utf8",
    )
      .replace(/^ {2}(train|validation|public|private): .*$/gm, "")
      .replace("unit: subject", "unit: subject\\n  train: [48]\\n  public: [54]".replaceAll("\\n", "\n"))
      .replace(
        "    type: task\n",
        "    type: task\n    days: { from: 2, to: 9 }\n  reads: [dFF, sensors:state_lever]\n",
      );
    writeFileSync(join(folder, "challenge.yaml"), definition);
    const { code, answer } = await json("fetch", folder, "-o", archive.at("needs"));
    expect({ code, answer }).toMatchObject({ code: 0, answer: { failed: 0 } });
    expect(answer.sessions.map(({ name }) => name)).toEqual(["sub-0/VG1GC-48_2023-05-30_task-day2.nwb"]);
    const session = await openSession(archive.at("needs", answer.sessions[0]!.name));
    expect(session.contents.downsampled.sensors).toEqual(["state_lever"]);
    session.close();
  });

  test("no session that fits, and a stream that there is not, are errors that say so", async () => {
    const out = archive.at("nothing");
    const nothing = await json("fetch", "lever-pull", "-o", out, "--subject", "999");
    expect(nothing).toMatchObject({ code: 1, answer: { error: { code: "FETCH_NOTHING" } } });
    const stream = await json("fetch", "dandi:001425", "-o", out, "--streams", "dff");
    expect(stream).toMatchObject({ code: 2, answer: { error: { code: "FETCH_STREAM" } } });
    expect((await json("fetch", "leverpull", "-o", out)).answer.error.code).toBe("CHALLENGE_UNKNOWN");
  });
});

describe("an archive that is not what it was", () => {
  test("an asset that was replaced between two fetches is fetched anew, in none of its old parts", async () => {
    const own = mkdtempSync(join(tmpdir(), "braidyn-archive-"));
    await sampleSessions(own);
    const changing = await openArchive(own);
    try {
      const out = changing.at("out");
      changing.server.behaviour.ranges = "shifted"; // breaks off once the first bytes are there
      await changing.run("fetch", "dandi:001425", "-o", out);
      changing.server.behaviour.ranges = "honest";
      const asset = changing.server.asset("VG1GC-48_2023-05-29");
      const other = changing.server.asset("VG1GC-51_2023-06-05");
      writeFileSync(asset.file, readFileSync(other.file));
      utimesSync(asset.file, 1e9, 1e9);
      Object.assign(asset, assetOf(asset.file, asset.path));
      const { code, stdout } = await changing.run("fetch", "dandi:001425", "-o", out, "--json");
      expect({ code, failed: (JSON.parse(stdout) as { failed: number }).failed }).toEqual({
        code: 0,
        failed: 0,
      });
      const files = filesIn(out);
      expect(files.get(asset.path)?.equals(files.get(other.path) as Buffer)).toBe(true);
    } finally {
      await changing.close();
      rmSync(own, { recursive: true });
    }
  });

  test.each(["ignored", "shifted", "too-long"] as const)(
    "answers to ranges that are %s make no file, and the others are fetched",
    async (ranges) => {
      const out = archive.at(`ranges-${ranges}`);
      archive.server.behaviour.ranges = ranges;
      const { code, answer } = await json("fetch", "dandi:001425", "-o", out);
      expect(code).toBe(1);
      expect(answer.sessions.map(({ state }) => state)).toEqual(Array(4).fill("failed"));
      expect([...filesIn(out).keys()].filter((name) => /nwb$/.test(name))).toEqual([]);
    },
  );

  test("one session that cannot be read stops no other", async () => {
    const broken = archive.server.asset("VG1GC-51_2023-06-06");
    archive.server.behaviour.apiAnswers = { [`assets/${broken.assetId}/`]: { status: 404, body: "{}" } };
    const { code, answer } = await json("fetch", "dandi:001425", "-o", archive.at("broken"));
    expect(code).toBe(1);
    expect(answer).toMatchObject({ fetched: 3, failed: 1 });
    expect(answer.sessions.find(({ state }) => state === "failed")).toMatchObject({
      name: broken.path,
      error: { code: "DANDI_NOT_FOUND" },
    });
  });

  test("a whole file is compared with the archive's SHA-256", async () => {
    const out = archive.at("whole");
    const one = ["fetch", "dandi:001425", "-o", out, "--whole", "--subject", "48", "--day", "1"];
    const asset = archive.server.asset("VG1GC-48_2023-05-29");
    const honest = await fetch(`${archive.server.apiUrl}/assets/${asset.assetId}/`).then((got) => got.text());
    const lying = honest.replace(/"dandi:sha2-256":"[0-9a-f]{64}"/, `"dandi:sha2-256":"${"0".repeat(64)}"`);
    archive.server.behaviour.apiAnswers = { [`assets/${asset.assetId}/`]: { body: lying } };
    const refused = await json(...one);
    expect(refused.code).toBe(1);
    expect([...filesIn(out).keys()].filter((name) => /nwb$/.test(name))).toEqual([]);
    archive.server.behaviour.apiAnswers = {};
    expect((await json(...one)).code).toBe(0);
    expect(filesIn(out).get(asset.path)?.equals(readFileSync(asset.file))).toBe(true);
  });

  test("more than the disk has room for is refused before anything of it is fetched", async () => {
    const asset = archive.server.asset("VG1GC-48_2023-05-29");
    const size = statSync(asset.file).size;
    const huge = (text: string) => text.replaceAll(`"size":${size},`, `"size":${2 ** 50},`);
    const list = `${archive.server.apiUrl}/dandisets/001425/versions/draft/assets/?page_size=1000`;
    const listing = await fetch(list).then((got) => got.text());
    const metadata = await fetch(`${archive.server.apiUrl}/assets/${asset.assetId}/`).then((got) =>
      got.text(),
    );
    archive.server.behaviour.apiAnswers = {
      "versions/draft/assets/": { body: huge(listing) },
      [`assets/${asset.assetId}/`]: {
        body: metadata.replace(`"contentSize":${size}`, `"contentSize":${2 ** 50}`),
      },
    };
    const out = archive.at("space");
    archive.newBytes();
    const { code, answer } = await json(
      "fetch",
      "dandi:001425@draft",
      "-o",
      out,
      "--whole",
      "--subject",
      "48",
    );
    expect({ code, error: answer.error?.code }).toEqual({ code: 1, error: "FETCH_SPACE" });
    expect(archive.newBytes()).toBe(0);
    expect([...filesIn(out).keys()].filter((name) => /nwb$/.test(name))).toEqual([]);
  });
});
