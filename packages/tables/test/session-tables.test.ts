import { join } from "node:path";
import { isBraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import type { ColumnTable } from "arquero";
import { describe, expect, test } from "vitest";
import { keypoints, masks, pupil, regions, sensors, trials } from "../src/index.ts";
import { ownFixtures, truthOf, withSession } from "./fixture.ts";

/** 150 frames of 30 Hz and 300 raw samples, two body keypoints, one eye keypoint, three trials. */
const folder = join(ownFixtures, "latest-libver");
const of = <Result>(use: (session: Session) => Promise<Result>) => withSession(folder, use);
const leading = {
  subject: "VG1-GC#48",
  session: "VG1-GC#48_2023-05-30_task-day2",
  date: "2023-05-30",
  type: "task",
  day: 2,
};

const codeOf = (failing: Promise<unknown>) =>
  failing.then(
    () => null,
    (error: unknown) => (isBraidynError(error) ? error.code : String(error)),
  );

describe("every table", () => {
  const tables: [string, (session: Session) => Promise<ColumnTable>][] = [
    ["trials", (session) => trials(session)],
    ["regions", (session) => regions(session)],
    ["long regions", (session) => regions(session, { long: true })],
    ["keypoints", (session) => keypoints(session, "body")],
    ["long keypoints", (session) => keypoints(session, "body", { long: true })],
    ["sensors", (session) => sensors(session)],
    ["pupil", (session) => pupil(session)],
    ["masks", (session) => masks(session)],
  ];
  test.each(tables)("of %s begins with what tells sessions apart", async (_, make) => {
    const table = await of(make);
    expect(table.columnNames().slice(0, 5)).toEqual(Object.keys(leading));
    expect(table.object(table.numRows() - 1)).toMatchObject(leading);
  });
});

describe("trials", () => {
  test("are the file's rows, numbered, and how they ended", async () => {
    const table = await of((session) => trials(session));
    const truth = truthOf(folder) as {
      trials: Record<string, { columns: { name: string }[]; rows: unknown[][] }>;
    };
    const { columns, rows } = truth.trials["/processing/downsampled/trials"] ?? { columns: [], rows: [] };
    columns.forEach(({ name }, c) => {
      const values = rows.map((row) => (row[c] === "NaN" ? NaN : row[c]));
      expect(table.array(name)).toEqual(values);
    });
    expect(table.array("trial")).toEqual([0, 1, 2]);
    expect(table.get("outcome", 0)).toBe("success");
    expect(table.get("outcome", 1)).toBe("no-response");
  });

  test("on the raw clock are those of the raw file", async () => {
    const [raw, downsampled] = await of((session) =>
      Promise.all([trials(session, { raw: true }), trials(session)]),
    );
    expect(raw.get("start_time", 0)).toBe(5.542599871063232);
    expect(downsampled.get("start_time", 0)).toBe(5.545199871063232);
  });

  test("of a session with an empty table of trials are no rows, with all columns", async () => {
    const table = await withSession(join(ownFixtures, "empty-trials"), (session) => trials(session));
    expect(table.numRows()).toBe(0);
    expect(table.columnNames()).toContain("start_time");
  });
});

describe("regions", () => {
  test("are one column a region, in file order", async () => {
    const [table, names, dff] = await of(async (session) => [
      await regions(session),
      session.regions,
      await session.dff(),
    ]);
    expect(table.columnNames().slice(5)).toEqual(["time", ...names]);
    expect(table.numRows()).toBe(150);
    names.forEach((name, r) => {
      const own = dff.time.map((_, i) => dff.data[i * names.length + r] as number);
      expect(table.array(name, Float64Array)).toEqual(own);
    });
  });

  test("in the long form are the same values, time by time", async () => {
    const [wide, long] = await of((session) =>
      Promise.all([regions(session, { signal: "dFF_V" }), regions(session, { signal: "dFF_V", long: true })]),
    );
    expect(long.columnNames().slice(5)).toEqual(["time", "region", "dff"]);
    expect(long.numRows()).toBe(150 * 44);
    const row = 7 * 44 + 3;
    const region = wide.columnNames()[6 + 3] as string;
    expect(long.object(row)).toMatchObject({ region, time: wide.get("time", 7), dff: wide.get(region, 7) });
  });

  test("of a stretch of time are its rows alone", async () => {
    const [all, part] = await of((session) =>
      Promise.all([regions(session), regions(session, { time: [6, 7] })]),
    );
    expect(part.array("time")).toEqual(all.filter("d => d.time >= 6 && d.time < 7").array("time"));
    expect(part.numRows()).toBe(30);
  });
});

describe("sensors", () => {
  test("are one column a sensor, in the order asked", async () => {
    const [table, lever] = await of((session) =>
      Promise.all([sensors(session, { names: ["tone", "lever"] }), session.sensor("lever")]),
    );
    expect(table.columnNames().slice(5)).toEqual(["time", "tone", "lever"]);
    expect(table.array("lever", Float64Array)).toEqual(Float64Array.from(lever.data));
  });

  test("are all of the clock when none are named", async () => {
    const [downsampled, raw] = await of((session) =>
      Promise.all([sensors(session), sensors(session, { raw: true })]),
    );
    expect(downsampled.numCols()).toBe(6 + 12);
    expect(raw.columnNames().slice(5)).toEqual(["time", "lever", "pull_duration", "tone"]);
    expect(raw.numRows()).toBe(300);
  });

  test("that are not there are the session's own error", async () => {
    expect(await of((session) => codeOf(sensors(session, { names: ["lever", "whisker"] })))).toBe(
      "NWB_MISSING",
    );
  });
});

describe("keypoints", () => {
  test("are two columns a point, and a likelihood where it is on their clock", async () => {
    const [downsampled, raw] = await of((session) =>
      Promise.all([
        keypoints(session, "body"),
        keypoints(session, "body", { raw: true, names: ["lickport"] }),
      ]),
    );
    expect(downsampled.columnNames().slice(5).sort()).toEqual(
      ["view", "time", "rightpawcenter_x", "rightpawcenter_y", "lickport_x", "lickport_y"].sort(),
    );
    expect(downsampled.numRows()).toBe(150);
    expect(raw.columnNames().slice(5)).toEqual([
      "view",
      "time",
      "lickport_x",
      "lickport_y",
      "lickport_likelihood",
    ]);
    expect(raw.numRows()).toBe(400);
  });

  test("in the long form are the same values, time by time", async () => {
    const names = ["rightpawcenter", "lickport"];
    const [wide, long] = await of((session) =>
      Promise.all([
        keypoints(session, "body", { names, raw: true }),
        keypoints(session, "body", { names, raw: true, long: true }),
      ]),
    );
    expect(long.columnNames().slice(5)).toEqual(["view", "time", "keypoint", "x", "y", "likelihood"]);
    expect(long.numRows()).toBe(800);
    expect(long.object(2 * 11 + 1)).toMatchObject({
      view: "body",
      keypoint: "lickport",
      time: wide.get("time", 11),
      x: wide.get("lickport_x", 11),
      y: wide.get("lickport_y", 11),
      likelihood: wide.get("lickport_likelihood", 11),
    });
  });

  test("of a view that is not there are an error that names those that are", async () => {
    await of(async (session) => {
      const failing = keypoints(session, "tail");
      await expect(failing).rejects.toMatchObject({ code: "NWB_MISSING" });
      await expect(failing).rejects.toHaveProperty("hint", expect.stringContaining("body, eye"));
      expect(await codeOf(keypoints(session, "body", { names: ["tail"] }))).toBe("NWB_MISSING");
    });
  });
});

describe("the pupil", () => {
  test("is its diameter and centre", async () => {
    const [table, own] = await of((session) =>
      Promise.all([pupil(session, { time: [6, 7] }), session.pupil({ time: [6, 7] })]),
    );
    expect(table.columnNames().slice(5)).toEqual(["time", "diameter", "center_x", "center_y"]);
    expect(table.array("center_y", Float64Array)).toEqual(Float64Array.from(own.centerY));
  });

  test("on the camera's clock has the camera's frames", async () => {
    expect((await of((session) => pupil(session, { raw: true }))).numRows()).toBe(400);
  });
});

describe("masks", () => {
  test("are one row a region: how many pixels, and where", async () => {
    const [table, own] = await of((session) => Promise.all([masks(session), session.masks()]));
    expect(table.array("region")).toEqual([...own.names]);
    expect(table.get("description", 3)).toBe("area MOs_l");
    const pixels: number[] = table.array("pixels") as number[];
    expect(pixels.reduce((sum, count) => sum + count, 0)).toBe(176);
    for (const row of table.objects() as Record<string, number>[]) {
      const {
        x_min,
        x_max,
        centroid_x,
        y_min,
        y_max,
        centroid_y,
        pixels: count,
      } = row as Record<string, number> & {
        [name in "x_min" | "x_max" | "centroid_x" | "y_min" | "y_max" | "centroid_y" | "pixels"]: number;
      };
      expect(count).toBeGreaterThan(0);
      expect(x_min <= centroid_x && centroid_x <= x_max && y_min <= centroid_y && centroid_y <= y_max).toBe(
        true,
      );
      expect(x_max < own.width && y_max < own.height).toBe(true);
    }
  });
});

test("a session with nothing in it has no table, and each says what is missing", async () => {
  const codes = await withSession(join(ownFixtures, "minimal"), (session) =>
    Promise.all(
      [
        trials(session),
        regions(session),
        keypoints(session, "body"),
        sensors(session),
        pupil(session),
        masks(session),
      ].map(codeOf),
    ),
  );
  expect(codes).toEqual(Array(6).fill("NWB_MISSING"));
});
