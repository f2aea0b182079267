import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataset, group, softLink, writeHdf5, type DatasetOptions } from "@braidyn/nwb/write";
import { fileSource } from "../src/hdf5/file-source.ts";
import type { ByteSource } from "../src/hdf5/source.ts";
import { openSession, type NumericArray, type Session } from "../src/index.ts";
import { openSource } from "../src/open-session.ts";
import { sha256OfFloat64 } from "./hashes.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-lazy-"));
const path = join(folder, "session.nwb");
/** 4 MB a signal and as much for its clock. */
const samples = 500_000;
const regions = 8;
const frames = 50_000;
const MB = 1024 * 1024;

/** A clock as the files have it: float32 values, steps that alternate. */
const stamps = (count: number, step: number) =>
  Float64Array.from({ length: count }, (_, i) => Math.fround(5.2118 + i * step + (i % 2) * step * 0.01));

function series(values: Float64Array, clock: object, options: DatasetOptions = {}) {
  const data = dataset(values, { ...options, attributes: { unit: "a.u.", conversion: 1 } });
  return group({ neurodata_type: "TimeSeries" }, { data, ...clock });
}

const wave = (count: number) => Float64Array.from({ length: count }, (_, i) => Math.sin(i / 100));

async function writeSession(): Promise<void> {
  const fast = { timestamps: dataset(stamps(samples, 0.0002)) };
  const regular = { starting_time: dataset(2, { attributes: { rate: 5000 } }) };
  const chunks = { chunks: [5000], gzip: 1 };
  const slow = { timestamps: dataset(stamps(frames, 1 / 30), { chunks: [5000], gzip: 1 }) };
  const names = Array.from({ length: regions }, (_, i) => `region ${i}`);
  await writeHdf5(
    path,
    group(
      { neurodata_type: "NWBFile", nwb_version: "2.7.0" },
      {
        identifier: dataset("lazy"),
        processing: group(
          {},
          {
            downsampled: group(
              {},
              {
                lever: series(wave(samples), fast),
                motion: series(
                  wave(samples),
                  { timestamps: softLink("/processing/downsampled/lever/timestamps") },
                  chunks,
                ),
                tone: series(wave(samples), regular),
                reward: series(Float64Array.of(1), { timestamps: dataset(Float64Array.of(7)) }),
                lick: series(new Float64Array(0), { timestamps: dataset(new Float64Array(0)) }),
              },
            ),
            ophys: group(
              {},
              {
                DfOverF: group(
                  {},
                  {
                    dFF: series(wave(frames * regions), slow, {
                      shape: [frames, regions],
                      chunks: [1000, regions],
                      gzip: 1,
                    }),
                  },
                ),
                ImageSegmentation: group({}, { ROIs: group({}, { roi_name: dataset(names) }) }),
              },
            ),
          },
        ),
      },
    ),
  );
}

beforeAll(writeSession);
afterAll(() => rmSync(folder, { recursive: true }));

/** The file's bytes with a count of what was read; `later` leaves only the asynchronous way. */
function counted({ later = false } = {}): { source: ByteSource; bytes: () => number; reads: () => number } {
  const file = fileSource(path);
  let [bytes, reads] = [0, 0];
  const count = (target: Uint8Array) => {
    bytes += target.length;
    reads++;
  };
  const { readSync, ...rest } = file;
  const source: ByteSource = {
    ...rest,
    ...(!later && {
      readSync(target: Uint8Array, offset: number) {
        count(target);
        readSync?.(target, offset);
      },
    }),
    read(target, offset) {
      count(target);
      return file.read(target, offset);
    },
  };
  return { source, bytes: () => bytes, reads: () => reads };
}

const sensors = ["lever", "motion", "tone"];

/** As text, so that comparing half a million values takes no time. */
const fingerprint = ({ time, data }: { time: Float64Array; data: NumericArray }) =>
  `${time.length} ${sha256OfFloat64(time)} ${sha256OfFloat64(data)}`;

describe("only what is needed is read", () => {
  test.each([false, true])("opening reads metadata alone (asynchronous source: %s)", async (later) => {
    const { source, bytes } = counted({ later });
    const session = await openSource(source);
    expect(source.size).toBeGreaterThan(10 * MB);
    expect(session.regions).toHaveLength(regions);
    expect(bytes()).toBeLessThan(0.6 * MB);
    session.close();
  });

  test.each([
    ["lever", 0.4 * MB],
    ["motion", 0.4 * MB],
    ["tone", 0.2 * MB],
  ])("10 ms of %s", async (name, most) => {
    for (const later of [false, true]) {
      const { source, bytes } = counted({ later });
      const session = await openSource(source);
      const opening = bytes();
      const { data } = await session.sensor(name, { time: [50, 50.01] });
      expect(data.length).toBeGreaterThan(45);
      // A source that answers later has blocks four times as long.
      expect(bytes() - opening).toBeLessThan(later ? 3 * most : most);
      session.close();
    }
  });

  test("a whole series is read once: its data and its clock", async () => {
    const { source, bytes } = counted();
    const session = await openSource(source);
    const opening = bytes();
    await session.sensor("lever");
    expect(bytes() - opening).toBeLessThan(samples * 16 + 0.1 * MB);
    session.close();
  });

  test("a second of dF/F reads the chunks that it lies in", async () => {
    const { source, bytes } = counted();
    const session = await openSource(source);
    const opening = bytes();
    const { time, data } = await session.dff({ time: [100, 101] });
    expect(data.length).toBe(time.length * regions);
    expect(bytes() - opening).toBeLessThan(0.5 * MB);
    session.close();
  });
});

describe("a time range is that part of the whole", () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(path);
  });
  afterAll(() => session.close());

  const expectPart = async (name: string, range: readonly [number, number]) => {
    const whole = await session.sensor(name);
    const part = await session.sensor(name, { time: range });
    const inside = (_: unknown, i: number) =>
      (whole.time[i] as number) >= range[0] && (whole.time[i] as number) < range[1];
    const data = (whole.data as Float64Array).filter(inside);
    expect(fingerprint(part)).toBe(fingerprint({ time: whole.time.filter(inside), data }));
    expect(part.rateHz).toBe(whole.rateHz);
    return part.time.length;
  };

  test.each(sensors)("%s: in the middle, at both edges, over them, and between two samples", async (name) => {
    const { time } = await session.sensor(name);
    const [first, second, last] = [time[0], time[1], time.at(-1)] as [number, number, number];
    const count = (range: readonly [number, number]) => expectPart(name, range);
    expect(await count([50, 51])).toBeGreaterThan(4900);
    expect(await count([first, second])).toBe(1);
    expect(await count([last, last + 1])).toBe(1);
    expect(await count([first - 10, first + 0.01])).toBeGreaterThan(10);
    expect(await count([last - 0.01, last + 10])).toBeGreaterThan(10);
    expect(await count([time[4999] as number, time[5001] as number])).toBe(2);
    expect(await count([first + (second - first) / 3, first + (second - first) / 2])).toBe(0);
  });

  test.each(sensors)("%s: nothing where nothing is", async (name) => {
    for (const range of [
      [50, 50],
      [-20, -10],
      [1e6, 2e6],
      [Infinity, Infinity],
      [-Infinity, -Infinity],
    ] as const) {
      const { time, data } = await session.sensor(name, { time: range });
      expect([time.length, data.length]).toEqual([0, 0]);
    }
  });

  test.each(sensors)("%s: infinite bounds are open ends", async (name) => {
    expect(await expectPart(name, [-Infinity, Infinity])).toBe(samples);
    expect(await expectPart(name, [-Infinity, 50])).toBeGreaterThan(0);
    expect(await expectPart(name, [50, Infinity])).toBeGreaterThan(0);
  });

  test("what is no range is refused", async () => {
    for (const range of [
      [2, 1],
      [NaN, 1],
      [1, NaN],
      [Infinity, -Infinity],
    ] as const) {
      for (const name of sensors)
        await expect(session.sensor(name, { time: range })).rejects.toMatchObject({ code: "NWB_TIME_RANGE" });
      await expect(session.dff({ time: range })).rejects.toMatchObject({ code: "NWB_TIME_RANGE" });
    }
  });

  test("series of one sample and of none have no rate, and ranges all the same", async () => {
    const one = await session.sensor("reward", { time: [7, 8] });
    expect([one.data[0], one.rateHz]).toEqual([1, NaN]);
    expect((await session.sensor("reward", { time: [7.1, 8] })).data.length).toBe(0);
    const none = await session.sensor("lick", { time: [0, 1] });
    expect([none.data.length, none.rateHz]).toEqual([0, NaN]);
    expect((await session.sensor("lick")).data.length).toBe(0);
  });
});

describe("many reads at once", () => {
  const everything = async (session: Session) => [
    fingerprint(await session.sensor("lever", { time: [10, 40] })),
    fingerprint(await session.sensor("motion")),
    fingerprint(await session.dff({ time: [100, 900] })),
  ];

  test.each([false, true])("on one session (asynchronous source: %s)", async (later) => {
    const session = await openSource(counted({ later }).source);
    const alone = await everything(session);
    const together = await Promise.all(Array.from({ length: 6 }, () => everything(session)));
    for (const each of together) expect(each).toEqual(alone);
    session.close();
  });

  test("on two sessions; closing one leaves the other open", async () => {
    const [one, two] = await Promise.all([openSession(path), openSession(path)]);
    const [a, b] = await Promise.all([everything(one), everything(two)]);
    expect(a).toEqual(b);
    one.close();
    expect(await everything(two)).toEqual(b);
    two.close();
  });

  test("results are the caller's: changing one changes no other", async () => {
    const session = await openSession(path);
    const first = await session.sensor("reward");
    first.data[0] = first.time[0] = -1;
    const second = await session.sensor("reward");
    expect([second.data[0], second.time[0]]).toEqual([1, 7]);
    session.close();
  });
});

describe("sources", () => {
  test.each([
    ["file", () => path],
    ["Blob", () => new Blob([readFileSync(path)])],
  ])("after close() every read from a %s fails", async (_, source) => {
    const session = await openSession(source());
    await session.sensor("reward");
    session.close();
    session.close();
    for (const read of [
      () => session.sensor("lever"),
      () => session.sensor("reward"),
      () => session.dff(),
      () => session.sensor("tone", { time: [3, 4] }),
    ])
      await expect(read()).rejects.toMatchObject({ code: "NWB_CLOSED" });
  });

  test("a read that is under way when the session closes ends, one way or the other", async () => {
    const session = await openSource(counted({ later: true }).source);
    const reading = session.sensor("lever").then(
      () => "done",
      (error: { code: string }) => error.code,
    );
    session.close();
    expect(["done", "NWB_CLOSED"]).toContain(await reading);
  });

  test("a Blob and a file: URL give the same numbers as a path", async () => {
    const [one, two, three] = await Promise.all([
      openSession(path),
      openSession(new Blob([readFileSync(path)])),
      openSession(pathToFileURL(path)),
    ]);
    for (const name of sensors) {
      const expected = fingerprint(await one.sensor(name, { time: [20, 21] }));
      expect(fingerprint(await two.sensor(name, { time: [20, 21] }))).toBe(expected);
      expect(fingerprint(await three.sensor(name, { time: [20, 21] }))).toBe(expected);
    }
    expect(fingerprint(await two.dff())).toBe(fingerprint(await one.dff()));
    for (const session of [one, two, three]) session.close();
  });

  test("a FIFO that nobody writes to is refused at once", async () => {
    const fifo = join(folder, "fifo.nwb");
    execFileSync("mkfifo", [fifo]);
    await expect(openSession(fifo)).rejects.toMatchObject({ code: "NWB_NOT_READABLE" });
  });

  test("a folder, a missing path and a path through a file are refused by name", async () => {
    await expect(openSession(folder)).rejects.toMatchObject({ code: "NWB_NOT_READABLE" });
    await expect(openSession("")).rejects.toMatchObject({ code: "NWB_NOT_FOUND" });
    await expect(openSession(join(folder, "none.nwb"))).rejects.toMatchObject({ code: "NWB_NOT_FOUND" });
    await expect(openSession(join(path, "x"))).rejects.toMatchObject({ code: "NWB_NOT_FOUND" });
    await expect(openSession("a\0b")).rejects.toMatchObject({ code: "NWB_NOT_READABLE" });
    await expect(openSession("file://elsewhere/x.nwb")).rejects.toMatchObject({ code: "NWB_NOT_READABLE" });
  });

  test("a file without permission is refused", async () => {
    const secret = join(folder, "secret.nwb");
    writeFileSync(secret, "x");
    chmodSync(secret, 0);
    chmodSync(folder, 0o755);
    // Root may read anything: become somebody else for the moment of opening.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await expect(openSession(secret)).rejects.toMatchObject({
        code: "NWB_NOT_READABLE",
        parameters: { reason: "EACCES" },
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test("a file that shrinks while it is open is truncated", async () => {
    const shrinking = join(folder, "shrinking.nwb");
    writeFileSync(shrinking, readFileSync(path));
    const session = await openSession(shrinking);
    writeFileSync(shrinking, readFileSync(path).subarray(0, 60_000));
    await expect(session.sensor("lever")).rejects.toMatchObject({ code: "NWB_TRUNCATED" });
    session.close();
  });
});
