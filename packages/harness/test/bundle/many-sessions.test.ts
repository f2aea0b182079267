import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { formatSessionName } from "@braidyn/core";
import { simulateCohort, sessionDate, subjectId } from "@braidyn/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildBundle, openBundle, partsFolder, verifyBundle, type BuildOptions } from "../../src/build.ts";
import { parseChallenge, type Challenge, type ChallengeModule } from "../../src/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";

const challengeFile = fileURLToPath(new URL("../support/frames-challenge.ts", import.meta.url));
const source = pathToFileURL(challengeFile).href;
const folder = mkdtempSync(join(tmpdir(), "braidyn-many-"));
const mice = 6;
const secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2);
let paths: string[] = [];
let challenge: Challenge;

beforeAll(async () => {
  const little = { days: [2, 9], minutes: 0.5, seed: 5, streams: ["sensors"] as const, maskSize: 48 };
  paths = await simulateCohort({ ...little, mice, outDir: join(folder, "sessions") });
  const { yaml, examples } = (await import(source)) as ChallengeModule & { yaml: string };
  challenge = { definition: parseChallenge(yaml), module: { examples }, baselines: {}, source };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(options: Partial<BuildOptions> = {}) {
  const outDir = join(await temporaryFolder(), "bundle");
  return buildBundle({ challenge, sessions: { paths }, outDir, secret, ...options });
}

/** Path to content hash of everything in a folder. */
async function hashes(of: string): Promise<Record<string, string>> {
  const entries = (await readdir(of, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const hashed = entries.map(async ({ parentPath, name }) => {
    const content = await readFile(join(parentPath, name));
    return [
      join(parentPath, name).slice(of.length),
      createHash("sha256").update(content).digest("hex"),
    ] as const;
  });
  return Object.fromEntries((await Promise.all(hashed)).sort());
}

describe("a bundle over many sessions", () => {
  test("is the same to the byte in one process or three, in any order, time zone, language, and time of its files", async () => {
    const alone = await build({ jobs: 1 });
    const before = { TZ: process.env["TZ"], LC_ALL: process.env["LC_ALL"] };
    Object.assign(process.env, { TZ: "Asia/Tokyo", LC_ALL: "ja_JP.UTF-8" });
    const moved = join(await temporaryFolder(), "elsewhere");
    await cp(join(folder, "sessions"), moved, { recursive: true });
    const others = (await readdir(moved))
      .sort()
      .reverse()
      .map((name) => join(moved, name));
    for (const path of others) await utimes(path, 86_400, 86_400);
    const seen: number[] = [];
    const onProgress: BuildOptions["onProgress"] = ({ done, total }) => seen.push(done / (total ?? 1));
    const together = await build({ sessions: { paths: others }, jobs: 3, onProgress });
    Object.assign(process.env, { TZ: before.TZ ?? "", LC_ALL: before.LC_ALL ?? "" });
    expect(await hashes(together.folder)).toEqual(await hashes(alone.folder));
    expect(seen).toHaveLength(paths.length);
    expect(seen.at(-1)).toBe(1);
  });

  test("has no byte of what is private in its public half", async () => {
    const { folder: built } = await build();
    const bundle = await openBundle(built);
    const truth = await bundle.truth("test");
    const values = truth.columns["odd"] ?? new Float64Array();
    const digits = Array.from(values, String).join("");
    const encodings = [
      Buffer.from(values.buffer),
      Buffer.from(Float32Array.from(values).buffer),
      Buffer.from(Uint8Array.from(values)),
      Buffer.from(digits),
      Buffer.from(Array.from(values, String).join(",")),
      Buffer.from(Array.from(values, (value) => (value === 1 ? "true" : "false")).join()),
    ];
    const hidden = [4, 5].map(subjectId);
    const dates = [4, 5].flatMap((mouse) => [2, 9].map((day) => sessionDate(mouse, day)));
    const own = [0, 1, 2, 3].flatMap((mouse) => [2, 9].map((day) => sessionDate(mouse, day)));
    const names = [
      ...hidden.flatMap((name) => [name, name.replace("VG1-GC#", "VG1GC-")]),
      ...dates.filter((date) => !own.includes(date)),
      secret,
    ];
    const texts = names.flatMap((name) => [
      name,
      Buffer.from(name).toString("hex"),
      Buffer.from(name).toString("base64"),
    ]);
    const needles = [...encodings, ...texts.map((text) => Buffer.from(text)), Buffer.from(secret, "hex")];
    for (const name of await readdir(join(built, "public"), { recursive: true })) {
      const bytes = await readFile(join(built, "public", name)).catch(() => null);
      if (bytes === null) continue;
      for (const needle of needles)
        expect(bytes.includes(needle), `${name}: ${needle.toString("latin1").slice(0, 40)}`).toBe(false);
    }
  });

  test("keeps the private half to its owner, whatever the umask", async () => {
    const before = process.umask(0);
    const { folder: built } = await build().finally(() => process.umask(before));
    const modeOf = async (path: string) => ((await stat(join(built, path))).mode & 0o777).toString(8);
    expect(await modeOf("private")).toBe("700");
    for (const name of await readdir(join(built, "private")))
      expect(await modeOf(`private/${name}`)).toBe("600");
  });

  test("names a session that cannot be read, or lists it as left out when told to", async () => {
    const bad = join(
      await temporaryFolder(),
      formatSessionName({ subject: subjectId(0), date: "2023-07-30", type: "task", day: 11 }),
    );
    await writeFile(bad, (await readFile(paths[0] ?? "")).subarray(0, 50_000));
    const sessions = { paths: [...paths, bad] };
    for (const jobs of [1, 2]) {
      await expect(build({ sessions, jobs })).rejects.toMatchObject({
        code: "BUNDLE_SESSION_FAILED",
        message: expect.stringContaining(bad) as string,
      });
    }
    const { manifest, folder: built } = await build({ sessions, failed: "skip" });
    expect(manifest.skipped).toMatchObject([
      { session: expect.stringContaining("task-day11") as string, reason: "failed" },
    ]);
    expect(await readFile(join(built, "public/manifest.json"), "utf8")).not.toContain(tmpdir());
  });

  test("survives a process that dies in the middle of a session, which then is the one that failed", async () => {
    const doomed = {
      ...challenge,
      definition: { ...challenge.definition, description: { en: "die", ja: "die" } },
    };
    process.env["BRAIDYN_TEST_DIES_AT"] = "day9";
    try {
      await expect(build({ challenge: doomed, jobs: 2 })).rejects.toMatchObject({
        code: "BUNDLE_SESSION_FAILED",
        message: expect.stringMatching(/day9\.nwb.*SIGKILL/) as string,
      });
    } finally {
      delete process.env["BRAIDYN_TEST_DIES_AT"];
    }
  });

  test("says that a folder cannot be written to", async () => {
    if (process.getuid?.() === 0) return expect((await stat("/proc")).isDirectory()).toBe(true);
    const locked = join(await temporaryFolder(), "locked");
    await mkdir(locked);
    await chmod(locked, 0o500);
    await expect(build({ outDir: join(locked, "bundle") })).rejects.toMatchObject({ code: "BUNDLE_WRITE" });
  });

  test("built twice into one folder at once is whole, and one of the two has it", async () => {
    const outDir = join(await temporaryFolder(), "bundle");
    const both = await Promise.allSettled([build({ outDir, resume: true }), build({ outDir, resume: true })]);
    const codes = both.map((each) =>
      each.status === "fulfilled" ? "done" : (each.reason as { code: string }).code,
    );
    expect(codes.sort()).toEqual(["BUNDLE_EXISTS", "done"]);
    await verifyBundle(outDir);
    const replaced = [build({ outDir, overwrite: true }), build({ outDir, overwrite: true, jobs: 2 })];
    expect((await Promise.allSettled(replaced)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
    ]);
    await verifyBundle(outDir);
    expect(await readdir(join(outDir, ".."))).toEqual(["bundle"]);
  });
});

describe("a build that did not end", () => {
  /** Builds until so many sessions are done, then fails. */
  async function stopAfter(
    count: number,
    outDir: string,
    options: Partial<BuildOptions> = {},
  ): Promise<void> {
    const onProgress: BuildOptions["onProgress"] = ({ done }) => {
      if (done === count) throw new Error("stopped");
    };
    await expect(build({ outDir, resume: true, jobs: 1, onProgress, ...options })).rejects.toThrow("stopped");
  }

  /** Goes on, and counts the sessions that were there already. */
  async function goOn(outDir: string, options: Partial<BuildOptions> = {}): Promise<number> {
    let reusedSessions = 0;
    const onProgress: BuildOptions["onProgress"] = ({ reused }) => void (reusedSessions += Number(reused));
    await build({ outDir, resume: true, onProgress, ...options });
    return reusedSessions;
  }

  test("is gone on with from the sessions that were done, to the same bytes, and leaves nothing behind", async () => {
    const outDir = join(await temporaryFolder(), "bundle");
    await stopAfter(5, outDir);
    expect(await readdir(partsFolder(outDir))).toHaveLength(5);
    expect((await stat(partsFolder(outDir))).mode & 0o077).toBe(0);
    expect(await goOn(outDir, { jobs: 2 })).toBe(5);
    expect(await hashes(outDir)).toEqual(await hashes((await build()).folder));
    expect(await readdir(join(outDir, ".."))).toEqual(["bundle"]);
  });

  test("gives nothing to another seed, another definition, a changed session or a damaged part", async () => {
    const outDir = join(await temporaryFolder(), "bundle");
    await stopAfter(12, outDir);
    expect(await goOn(outDir, { seed: 77 })).toBe(0);
    await rm(outDir, { recursive: true });
    await stopAfter(12, outDir);
    const input = { ...challenge.definition.input, unit: "percent" };
    const other = { ...challenge, definition: { ...challenge.definition, input } };
    expect(await goOn(outDir, { challenge: other })).toBe(0);
    await rm(outDir, { recursive: true });
    await stopAfter(12, outDir);
    const changed = paths[3] ?? "";
    await utimes(changed, 1, 1);
    const [part = ""] = await readdir(partsFolder(outDir));
    const bytes = await readFile(join(partsFolder(outDir), part));
    bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
    await writeFile(join(partsFolder(outDir), part), bytes);
    const reusedSessions = await goOn(outDir);
    expect(reusedSessions).toBeLessThanOrEqual(11);
    expect(reusedSessions).toBeGreaterThanOrEqual(10);
    expect(await hashes(outDir)).toEqual(await hashes((await build()).folder));
  });

  test("because it was killed leaves its parts, and the next one clears up after it", async () => {
    const outDir = join(await temporaryFolder(), "bundle");
    const script = fileURLToPath(new URL("../support/build-slowly.ts", import.meta.url));
    const argv = ["--conditions=@braidyn/source", "--import", "tsx", script, outDir, secret, ...paths];
    const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
    let told = 0;
    await new Promise<void>((resolve) => child.stdout.on("data", () => void (++told === 4 && resolve())));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    expect((await readdir(join(outDir, ".."))).length).toBeGreaterThan(1);
    expect(await goOn(outDir)).toBeGreaterThanOrEqual(3);
    expect(await hashes(outDir)).toEqual(await hashes((await build()).folder));
    expect(await readdir(join(outDir, ".."))).toEqual(["bundle"]);
  });
});

describe("the commitment", () => {
  test("stands in the public half, follows from the private one, and does not depend on itself", async () => {
    const { folder: built, manifest } = await build();
    const { commitment } = await verifyBundle(built, manifest.commitment);
    const { definition } = await openBundle(built);
    expect(definition.split.commitment).toBe(commitment);
    const split = { ...challenge.definition.split, commitment };
    const again = await build({
      challenge: { ...challenge, definition: { ...challenge.definition, split } },
    });
    expect(again.manifest.commitment).toBe(commitment);
    expect((await build({ secret: "11".repeat(32) })).manifest.commitment).not.toBe(commitment);
    await expect(verifyBundle(built, "ab".repeat(32))).rejects.toMatchObject({ code: "BUNDLE_COMMITMENT" });
  });

  test.each([
    "public/manifest.json",
    "private/manifest.json",
    "public/train/input.npy",
    "public/validation/rows.parquet",
  ])("and a flipped byte anywhere in %s are told apart", async (file) => {
    const { folder: built } = await build();
    const whole = await readFile(join(built, file));
    const step = Math.max(1, Math.floor(whole.length / 60));
    for (let place = 0; place < whole.length; place += step) {
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      await writeFile(join(built, file), flipped);
      await expect(verifyBundle(built), `byte ${place}`).rejects.toMatchObject({
        code: expect.stringMatching(/^BUNDLE_(CORRUPT|MANIFEST|MISMATCH|MISSING_FILE|CONTENTS)$/) as string,
      });
    }
  });
});
