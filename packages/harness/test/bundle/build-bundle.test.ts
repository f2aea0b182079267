import { BraidynError } from "@braidyn/core";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildBundle, openBundle, type BuildOptions } from "../../src/build.ts";
import { autoSplit, createSplit, filesInMemory, openBundleFiles } from "../../src/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { tinyChallenge, tinyNames, tinySecret, tinySession } from "../support/tiny-challenge.ts";

async function build(options: Partial<BuildOptions> = {}) {
  const outDir = join(await temporaryFolder(), "bundle");
  const sessions = tinyNames.map((name) => tinySession(name));
  return buildBundle({ challenge: tinyChallenge, sessions, outDir, secret: tinySecret, ...options });
}

/** Path to content hash of everything in a folder. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const entries = names.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const hash = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    return [path.slice(folder.length), hash] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe("a bundle", () => {
  test("holds every row of every split, and reads back what the sessions gave", async () => {
    const { folder, manifest } = await build();
    expect(manifest.splits).toEqual({
      train: { rows: 40, subjects: 2, sessions: 4 },
      validation: { rows: 20, subjects: 1, sessions: 2 },
      test: { rows: 60, subjects: 3, sessions: 6 },
    });
    const bundle = await openBundle(folder);
    const train = await bundle.labelledRows("train");
    expect(train.inputShape).toEqual([3, 2]);
    expect(train.subjects.slice(0, 20)).toEqual(Array(20).fill("VG1-GC#48"));
    const first = tinySession(tinyNames[0] ?? "");
    const { data } = await first.dff();
    const label = train.truth["pulled"] ?? new Float64Array();
    expect([0, 1, 9].map((i) => train.input[i * 6])).toEqual(
      [0, 1, 9].map((i) => Math.fround((label[i] ?? 0) + (data[i] ?? 0))),
    );
  });

  test("lists the SHA-256, size, dtype, shape and units of every file", async () => {
    const { folder, manifest, privateManifest } = await build();
    const found = await hashes(folder);
    for (const file of manifest.files) expect(found[`/public/${file.path}`]).toBe(file.sha256);
    for (const file of privateManifest.files) expect(found[`/private/${file.path}`]).toBe(file.sha256);
    expect(found["/public/manifest.json"]).toBe(privateManifest.public_manifest);
    expect(Object.keys(found)).toHaveLength(manifest.files.length + privateManifest.files.length + 2);
    expect(manifest.files.find(({ path }) => path === "test/input.npy")).toMatchObject({
      dtype: "<f4",
      shape: [60, 3, 2],
      axes: ["row", "time", "region"],
      unit: "fraction",
    });
  });

  test("is the same to the byte for the same sessions and secret, in any order of arrival", async () => {
    const one = await build();
    const two = await build({ sessions: [...tinyNames].reverse().map((name) => tinySession(name)) });
    expect(await hashes(two.folder)).toEqual(await hashes(one.folder));
    const three = await build({ secret: "5b".repeat(32) });
    expect((await hashes(three.folder))["/public/test/rows.parquet"]).not.toBe(
      (await hashes(one.folder))["/public/test/rows.parquet"],
    );
  });

  test("tells nothing of test rows: no names, no order, no truth", async () => {
    const { folder } = await build();
    const bundle = await openBundle(folder);
    const rows = await bundle.rows("test");
    expect(rows.rowIds).toEqual([...rows.rowIds].sort());
    const runs = rows.sessions.filter((session, i) => session !== rows.sessions[i - 1]).length;
    expect(runs).toBeGreaterThan(30); // six sessions in order would make six runs
    expect(new Set(rows.subjects).size).toBe(3);
    for (const name of await readdir(join(folder, "public"), { recursive: true })) {
      const text = await readFile(join(folder, "public", name), "latin1").catch(() => "");
      expect(text).not.toMatch(/VG1-GC#(53|54|60|61)/);
    }
  });

  test("keeps test inputs beside their truth through the shuffle", async () => {
    const { folder } = await build();
    const bundle = await openBundle(folder);
    const [rows, truth] = [await bundle.rows("test"), await bundle.truth("test")];
    expect(truth.rowIds).toEqual(rows.rowIds);
    expect(truth.sessions).toEqual(rows.sessions);
    const label = truth.columns["pulled"] ?? new Float64Array();
    // the tiny challenge puts label + noise below 1.2 into each row's first input
    rows.rowIds.forEach((_, i) => {
      const noise = (rows.input[i * 6] ?? NaN) - (label[i] ?? NaN);
      expect(noise).toBeGreaterThan(-1e-6);
      expect(noise).toBeLessThan(1.2);
    });
    const perBoard = (board: string) => truth.boards.filter((b) => b === board).length;
    expect([perBoard("public"), perBoard("private")]).toEqual([40, 20]);
  });

  test("opens from memory as it does from a folder", async () => {
    const { folder } = await build();
    const names = Object.keys(await hashes(folder));
    const files = new Map<string, Uint8Array>();
    for (const name of names) files.set(name.slice(1), new Uint8Array(await readFile(join(folder, name))));
    const inMemory = await openBundleFiles(filesInMemory("upload", files));
    expect(await inMemory.truth("test")).toEqual(await (await openBundle(folder)).truth("test"));
  });
});

describe("sessions that do not fit", () => {
  test("are listed with the reason, those of the test split in the private half only", async () => {
    const lacking = tinySession("VG1GC-48_2023-06-01_task-day4.nwb");
    lacking.dff = () =>
      Promise.reject(new BraidynError("NWB_MISSING", { path: "x", what: "dFF", available: "nothing" }));
    const extra = [
      lacking,
      tinySession("VG1GC-51_2023-06-01_task-day4.nwb", 0),
      tinySession("VG1GC-51_2023-06-02_resting-state-day7.nwb"),
      tinySession("VG1GC-51_2023-06-20_task-day16.nwb"),
      tinySession("VG1GC-53_2023-06-01_task-day4.nwb", 0),
    ];
    const sessions = [...tinyNames.map((name) => tinySession(name)), ...extra];
    const { manifest, privateManifest } = await build({ sessions });
    expect(
      manifest.skipped.map(({ session, reason, detail }) => [session.slice(0, 9), reason, detail]),
    ).toEqual([
      ["VG1-GC#48", "missing", "dFF"],
      ["VG1-GC#51", "empty", "0 rows"],
      ["VG1-GC#51", "type", "resting-state != task"],
      ["VG1-GC#51", "days", "day 16"],
    ]);
    expect(privateManifest.skipped).toHaveLength(7);
  });

  test("of another cohort need a split of their own", async () => {
    const names = ["m1", "m2", "m3", "m4"].map((mouse) => `sub-${mouse}_ses-2026-01-02-task-day1.nwb`);
    const sessions = () => names.map((name) => tinySession(name));
    await expect(build({ sessions: sessions() })).rejects.toMatchObject({
      code: "BUNDLE_EMPTY",
      message: expect.stringContaining("unused 4") as string,
      hint: expect.stringContaining("m1, m2, m3, m4") as string,
    });
    const split = autoSplit(["m1", "m2", "m3", "m4"], 1);
    const { manifest, privateManifest } = await build({ sessions: sessions(), split });
    expect(manifest.splits.test.sessions).toBe(2);
    expect(privateManifest.split).toEqual(split);
    expect(createSplit(split)({ subject: "m1", session: "", day: 1 })).not.toBeNull();
  });

  test("given twice under two names are refused", async () => {
    const name = "sub-VG1-GC#48_ses-2023-05-30-task-day2_widefield+behavior.nwb";
    await expect(
      build({ sessions: [...tinyNames, name].map((each) => tinySession(each)) }),
    ).rejects.toMatchObject({ code: "BUNDLE_SESSION_TWICE" });
  });
});

describe("an interrupted or repeated build", () => {
  test("leaves nothing behind when a session is damaged", async () => {
    const parent = await temporaryFolder();
    const bad = tinySession("VG1GC-48_2023-06-01_task-day4.nwb");
    bad.dff = () => Promise.reject(new BraidynError("NWB_CORRUPT", { path: "x", offset: 1, what: "y" }));
    const sessions = [...tinyNames.map((name) => tinySession(name)), bad];
    await expect(build({ sessions, outDir: join(parent, "bundle") })).rejects.toMatchObject({
      code: "BUNDLE_SESSION_FAILED",
      message: expect.stringMatching(/VG1GC-48_2023-06-01_task-day4\.nwb.*NWB_CORRUPT/) as string,
    });
    expect(await readdir(parent)).toEqual([]);
  });

  test("closes every session and tells its progress", async () => {
    let closed = 0;
    const open = async (path: string) => Object.assign(tinySession(path), { close: () => void closed++ });
    const seen: string[] = [];
    const onProgress: BuildOptions["onProgress"] = ({ done, total, rows }) =>
      seen.push(`${done}/${total} ${rows}`);
    await build({ sessions: { paths: tinyNames, open }, onProgress });
    expect(closed).toBe(14);
    expect(seen.at(0)).toBe("1/14 10");
    expect(seen.at(-1)).toBe("14/14 0");
  });

  test("replaces an older bundle only when told to, and never another folder", async () => {
    const { folder } = await build();
    const again = { outDir: folder, secret: "5b".repeat(32) };
    await expect(build(again)).rejects.toMatchObject({ code: "BUNDLE_EXISTS" });
    const before = await hashes(folder);
    await build({ ...again, overwrite: true });
    expect(await hashes(folder)).not.toEqual(before);
    const other = join(await temporaryFolder(), "photos");
    await mkdir(other);
    await writeFile(join(other, "cat.jpg"), "meow");
    await expect(build({ outDir: other, overwrite: true })).rejects.toMatchObject({ code: "BUNDLE_EXISTS" });
    expect(await readFile(join(other, "cat.jpg"), "utf8")).toBe("meow");
  });

  test("may fill an empty folder", async () => {
    const outDir = await temporaryFolder();
    await build({ outDir });
    expect((await readdir(outDir)).sort()).toEqual(["private", "public"]);
  });
});

describe("a challenge that gives nonsense is told so:", () => {
  const wrong: [string, (examples: Record<string, unknown>) => object][] = [
    ["another shape", () => ({ inputShape: [2, 2] })],
    ["too little input", () => ({ input: new Float32Array(5) })],
    ["too few times", () => ({ time: new Float64Array(1) })],
    ["a label of 2", () => ({ truth: { pulled: new Float64Array(10).fill(2) } })],
    ["a column too many", ({ truth }) => ({ truth: { ...(truth as object), other: new Float64Array(10) } })],
    ["a column too few", () => ({ truth: {} })],
  ];
  test.each(wrong)("%s", async (_, change) => {
    const { examples } = tinyChallenge.module;
    const module: typeof tinyChallenge.module = {
      examples: async (session, options) => {
        const right = await examples(session, options);
        return { ...right, ...change({ ...right }) };
      },
    };
    await expect(build({ challenge: { ...tinyChallenge, module } })).rejects.toMatchObject({
      code: "CHALLENGE_EXAMPLES",
      message: expect.stringContaining("VG1-GC#48_2023-05-30_task-day2") as string,
    });
  });
});

describe("opening", () => {
  test("catches one flipped byte in any file when it is read", async () => {
    const { folder } = await build();
    for (const [file, read] of [
      ["public/train/input.npy", "labelledRows"],
      ["public/train/rows.parquet", "labelledRows"],
      ["public/challenge.json", "labelledRows"],
      ["private/truth.parquet", "truth"],
    ] as const) {
      const copy = join(await temporaryFolder(), "copy");
      await cp(folder, copy, { recursive: true });
      const bytes = await readFile(join(copy, file));
      bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
      await writeFile(join(copy, file), bytes);
      const opened = openBundle(copy).then(async (bundle): Promise<unknown> => {
        return read === "truth" ? bundle.truth("test") : bundle.labelledRows("train");
      });
      await expect(opened).rejects.toMatchObject({ code: "BUNDLE_CORRUPT" });
    }
  });

  test("says plainly that a public half has no test truth", async () => {
    const { folder } = await build();
    await rm(join(folder, "private"), { recursive: true });
    const bundle = await openBundle(folder);
    expect(bundle.hasTestTruth).toBe(false);
    expect((await bundle.truth("validation")).rowIds).toHaveLength(20);
    await expect(bundle.truth("test")).rejects.toMatchObject({ code: "BUNDLE_NO_TRUTH" });
  });

  test("refuses halves of two builds, a missing file, and a folder that is no bundle", async () => {
    const [one, two] = [await build(), await build({ secret: "5b".repeat(32) })];
    await rm(join(one.folder, "private"), { recursive: true });
    await cp(join(two.folder, "private"), join(one.folder, "private"), { recursive: true });
    await expect(openBundle(one.folder)).rejects.toMatchObject({ code: "BUNDLE_MISMATCH" });
    await rm(join(two.folder, "public/test/input.npy"));
    await expect((await openBundle(two.folder)).rows("test")).rejects.toMatchObject({
      code: "BUNDLE_MISSING_FILE",
    });
    await expect(openBundle(await temporaryFolder())).rejects.toMatchObject({ code: "BUNDLE_NOT_FOUND" });
    await writeFile(join(two.folder, "public/manifest.json"), "{}");
    await expect(openBundle(two.folder)).rejects.toMatchObject({ code: "BUNDLE_MANIFEST" });
  });
});
