import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { openSession } from "@braidyn/nwb";
import { describe, expect, test } from "vitest";
import { runHere } from "./in-process.ts";
import { fixtures, ordinary, sessionFixtures } from "./session-files.ts";

interface InspectedClock {
  readonly of: string;
  readonly samples: number;
  readonly rateHz: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly problem: string | null;
}

const files = sessionFixtures().map(
  (path) => [`${basename(dirname(path))}/${basename(path)}`, path] as const,
);
const kinds = ["trials", "regions", "keypoints", "sensors", "pupil", "masks"];
const asked = [...kinds, ...["trials", "keypoints", "sensors", "pupil"].map((kind) => `${kind} --raw`)];

describe.each(files)("%s", (_, path) => {
  test("inspect shows it in both languages, and what it lacks", async () => {
    const english = await runHere(["inspect", path]);
    expect(english).toMatchObject({ code: 0, stderr: "" });
    expect(english.stdout).toContain(path);
    expect(english.stdout).toMatch(/^Not in this file: \S/m);
    const japanese = await runHere(["inspect", path, "--lang", "ja"]);
    expect(japanese.stdout).toMatch(/^このファイルにないもの：\S/m);
  });

  test("inspect finds the true length of dF/F without reading it", async () => {
    const { clocks } = JSON.parse((await runHere(["inspect", path, "--json"])).stdout) as {
      clocks: InspectedClock[];
    };
    const session = await openSession(path);
    const dff =
      session.contents.dff[0] === undefined ? null : await session.dff({ signal: session.contents.dff[0] });
    session.close();
    const found = clocks.find(({ of }) => of === session.contents.dff[0]);
    expect(found?.samples).toBe(dff?.time.length);
    expect(found?.fromSeconds).toBe(dff?.time[0]);
    expect(found?.toSeconds).toBe(dff?.time.at(-1));
    expect(clocks.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test.each(asked)("table %s works or says what is lacking", async (words) => {
    const { code, stdout, stderr } = await runHere(["table", ...words.split(" "), path, "--json"]);
    expect(stderr).toBe("");
    const result = JSON.parse(stdout) as { subject: string }[] | { error: { code: string; hint: string } };
    if (code === 0) return expect(Array.isArray(result)).toBe(true);
    // sensors of several clocks make no one table: that is said too
    const known = expect.stringMatching(/^(NWB_MISSING|TABLE_CLOCKS)$/) as string;
    expect(result).toMatchObject({ error: { code: known, hint: expect.stringMatching(/\S/) as string } });
  });
});

test("several sessions make one table, in the order given", async () => {
  const other = join(fixtures, "nwb", "empty-trials", "VG1GC-66_2023-08-21_task-day1.nwb");
  const { stdout } = await runHere(["table", "sensors", ordinary, other, "--names", "lever", "--json"]);
  const rows = JSON.parse(stdout) as { subject: string; lever: number }[];
  expect([...new Set(rows.map(({ subject }) => subject))]).toEqual(["VG1-GC#48", "VG1-GC#66"]);
});

test("--time and --names choose rows and columns", async () => {
  const { stdout } = await runHere(["table", "regions", ordinary, "--time", "5", "5.3", "--names", "MOp_l"]);
  const [head, ...rows] = stdout.trimEnd().split("\n");
  expect(head).toBe("subject,session,date,type,day,time,MOp_l");
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(Number(row.split(",")[5])).toBeLessThan(5.3);
});

test("--time takes a range that ends at 1", async () => {
  const { code, stderr } = await runHere(["table", "regions", ordinary, "--time", "0.5", "1"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect((await runHere(["table", "regions", ordinary, "--time", "a", "1"])).stderr).toMatch(
    /COMMAND_OPTION: --time/,
  );
});

test("--long gives a row for every time and chosen region", async () => {
  const args = [
    "table",
    "regions",
    ordinary,
    "--time",
    "5",
    "5.3",
    "--long",
    "--names",
    "MOs_l,MOp_l",
    "--json",
  ];
  const rows = JSON.parse((await runHere(args)).stdout) as { time: number; region: string }[];
  expect([...new Set(rows.map(({ region }) => region))].sort()).toEqual(["MOp_l", "MOs_l"]);
  expect(rows.length).toBe(2 * new Set(rows.map(({ time }) => time)).size);
});

test("a region that is not there is an error that lists those that are", async () => {
  const { code, stderr } = await runHere(["table", "regions", ordinary, "--names", "V1"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/NWB_MISSING: .*region V1\n.*MOp_l/);
});

describe("hostile files", () => {
  const folder = join(fixtures, "hostile");
  const hostile = readdirSync(folder).filter((name) => !name.endsWith(".json"));

  test.each(hostile)("%s is shown, or refused in one coded line without a stack", async (name) => {
    for (const args of [["inspect"], ["table", "sensors"], ["table", "regions"]]) {
      const { code, stderr } = await runHere([...args, join(folder, name)]);
      expect([0, 1]).toContain(code);
      expect(stderr).not.toMatch(/^\s+at /m);
      if (code === 1) expect(stderr).toMatch(/^braidyn: (NWB|TABLE)_\w+: .+\n.+\n$/);
    }
  });

  test("sessions lists the readable ones and gives the others' codes", async () => {
    const { code, stdout } = await runHere(["sessions", folder, "--json"]);
    expect(code).toBe(0);
    const { sessions, unreadable } = JSON.parse(stdout) as {
      sessions: { path: string }[];
      unreadable: { path: string; code: string }[];
    };
    expect(sessions.length + unreadable.length).toBe(hostile.filter((name) => name.endsWith(".nwb")).length);
    expect(unreadable.map(({ path, code }) => [basename(path), code])).toContainEqual([
      "empty.nwb",
      "NWB_NOT_HDF5",
    ]);
  });

  test("sessions fails when nothing can be read", async () => {
    const { code, stderr } = await runHere(["sessions", join(folder, "noise.nwb")]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/COMMAND_NONE_READABLE.*NWB_NOT_HDF5/);
  });
});

describe("sessions", () => {
  const list = async (...args: string[]) => {
    const { stdout } = await runHere(["sessions", join(fixtures, "nwb"), "--json", ...args]);
    return (JSON.parse(stdout) as { sessions: { subject: string; day: number | null; type: string }[] })
      .sessions;
  };

  test("reads subject, date, type and day off names, and off the file where the name tells nothing", async () => {
    expect(await list()).toContainEqual(
      expect.objectContaining({ subject: "VG1-GC#48", type: "task", day: 2 }),
    );
    const unnamed = (await list()).find(({ day, subject }) => day === null && subject === "VG1-GC#105");
    expect(unnamed).toBeDefined();
  });

  test("chooses by mouse, in every spelling, by type and by day", async () => {
    for (const spelling of ["66", "VG1-GC#66", "VG1GC-66"]) {
      expect((await list("--subject", spelling)).map(({ subject }) => subject)).toEqual(["VG1-GC#66"]);
    }
    expect((await list("--day", "2")).map(({ subject }) => subject)).toEqual(["VG1-GC#48"]);
    expect(await list("--type", "resting-state")).toEqual([]);
  });
});

test("every format's file holds the table, named by its ending", async () => {
  const signatures = { csv: "subject", json: "[", parquet: "PAR1", arrow: "ARROW1" };
  const { mkdtempSync, rmSync } = await import("node:fs");
  const folder = mkdtempSync(join((await import("node:os")).tmpdir(), "braidyn-test-"));
  for (const [ending, signature] of Object.entries(signatures)) {
    const file = join(folder, `table.${ending}`);
    expect(await runHere(["table", "trials", ordinary, "-o", file])).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(file).subarray(0, signature.length).toString()).toBe(signature);
  }
  rmSync(folder, { recursive: true });
});
