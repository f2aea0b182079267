import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isBraidynError } from "@braidyn/core";
import { dataset, group, writeHdf5 } from "@braidyn/nwb/write";
import { afterAll, describe, expect, test } from "vitest";
import { fileSource } from "../src/hdf5/file-source.ts";
import { openSession } from "../src/index.ts";
import { openHdf5, type ReaderChoice } from "../src/open-hdf5.ts";
import { sessionFixture } from "./session-fixtures.ts";
import { failures, walk } from "./walk.ts";

const folder = new URL("../../../test/fixtures/hostile/", import.meta.url);
const listed = (JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as { file: string }[]).map(
  ({ file }) => file,
);
const pathOf = (file: string) => new URL(file, folder).pathname;
const limits = { maxReadBytes: 256 * 1024 * 1024 };
const mostSeconds = 5;
const mostBytes = 300 * 1024 * 1024;

/** What each file is refused with, wherever it is refused; [] reads without an error. */
const refusals: Record<string, { opening: string } | { reading: string[] }> = {
  "empty.nwb": { opening: "NWB_NOT_HDF5" },
  "git-lfs-pointer.nwb": { opening: "NWB_NOT_HDF5" },
  "noise.nwb": { opening: "NWB_NOT_HDF5" },
  "web-page.nwb": { opening: "NWB_NOT_HDF5" },
  "signature-only.nwb": { opening: "NWB_TRUNCATED" },
  "signature-then-noise.nwb": { opening: "NWB_UNSUPPORTED" },
  "truncated.nwb": { opening: "NWB_TRUNCATED" },
  "attribute-huge.h5": { reading: ["NWB_CORRUPT"] },
  "chunk-btree-itself.h5": { reading: ["NWB_CORRUPT"] },
  "chunk-inflates-too-far.h5": { reading: ["NWB_CORRUPT"] },
  "chunk-of-zero.h5": { reading: ["NWB_CORRUPT"] },
  "chunk-past-end.h5": { reading: ["NWB_TRUNCATED"] },
  "deep-nesting.h5": { reading: [] },
  "global-heap-object.h5": { reading: ["NWB_CORRUPT"] },
  "global-heap-size.h5": { reading: ["NWB_TRUNCATED"] },
  "global-heap-zero.h5": { reading: ["NWB_CORRUPT"] },
  "group-btree-itself.h5": { reading: ["NWB_CORRUPT"] },
  "group-cycle.h5": { reading: [] },
  "header-continuation-loop-v2.h5": { reading: ["NWB_CORRUPT"] },
  "header-continuation-loop.h5": { reading: ["NWB_CORRUPT"] },
  "huge-chunked.h5": { reading: ["NWB_TOO_LARGE"] },
  "huge-contiguous-allocated.h5": { reading: ["NWB_TOO_LARGE"] },
  "huge-contiguous.h5": { reading: ["NWB_TOO_LARGE"] },
  "local-heap-unterminated.h5": { reading: ["NWB_CORRUPT"] },
  "regions-mismatch.nwb": { reading: [] },
  "timestamps-backwards.nwb": { reading: [] },
  "timestamps-link-loop.nwb": { reading: [] },
  "timestamps-nan.nwb": { reading: [] },
  "timestamps-short.nwb": { reading: [] },
  "zip-bomb-nested.h5": { reading: ["NWB_TOO_LARGE"] },
  "zip-bomb-shared-chunk.h5": { reading: ["NWB_TOO_LARGE"] },
};

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  const [start, before] = [performance.now(), process.memoryUsage.rss()];
  const result = await work();
  expect((performance.now() - start) / 1000).toBeLessThan(mostSeconds);
  expect(process.memoryUsage.rss() - before).toBeLessThan(mostBytes);
  return result;
}

test("every hostile file has a row in the table", () => {
  expect(Object.keys(refusals).sort()).toEqual([...listed].sort());
});

describe.each<ReaderChoice>(["own", "auto"])("hostile files, walked by the %s reader", (choice) => {
  test.each(Object.entries(refusals))("%s", async (file, expected) => {
    await bounded(async () => {
      const opening = openHdf5(fileSource(pathOf(file)), limits, choice);
      if ("opening" in expected)
        return void (await expect(opening).rejects.toMatchObject({ code: expected.opening }));
      const reader = await opening;
      expect(failures(await walk(reader, 12))).toEqual(expected.reading);
      reader.close();
    });
  });
});

test("2,000 groups inside each other are walked to the last", async () => {
  const reader = await openHdf5(fileSource(pathOf("deep-nesting.h5")), limits, "own");
  const bottom = await bounded(() => reader.members("/g".repeat(2000)));
  expect(bottom).toEqual(["bottom"]);
  reader.close();
});

describe("series that claim more samples than there are", () => {
  const folderOfLies = mkdtempSync(join(tmpdir(), "braidyn-hostile-"));
  afterAll(() => rmSync(folderOfLies, { recursive: true }));

  /** `lever` of one byte a sample, `samples` of them in a chunk that compresses to nothing, on a regular clock. */
  async function writeClaim(
    name: string,
    samples: number,
    attributes: Record<string, number>,
  ): Promise<string> {
    const path = join(folderOfLies, name);
    const values = () => new Int8Array(samples);
    const data = dataset(values, { chunks: [samples], gzip: 9, attributes });
    const starting_time = dataset(0, { attributes: { rate: 30 } });
    const lever = group({ neurodata_type: "TimeSeries" }, { data, starting_time });
    const processing = group({}, { downsampled: group({}, { lever }) });
    await writeHdf5(path, group({ neurodata_type: "NWBFile" }, { processing }));
    return path;
  }

  test("neither their clock nor their scaling takes more memory than a read may", async () => {
    for (const [name, attributes] of [
      ["plain.nwb", {}],
      ["scaled.nwb", { conversion: 0.5 }],
    ] as const) {
      const path = await writeClaim(name, 1_000_000, attributes);
      const session = await openSession(path, { maxReadBytes: 4_000_000 });
      await expect(session.sensor("lever")).rejects.toMatchObject({ code: "NWB_TOO_LARGE" });
      expect((await session.sensor("lever", { time: [10, 11] })).data.length).toBe(30);
      session.close();
    }
  });

  test("a count that no array can have is refused as any other", async () => {
    // The shape in the header of `lick`, whose clock is regular: found by fuzzing.
    const whole = readFileSync(sessionFixture("embedded-images").path);
    const damaged = Buffer.from(whole);
    damaged[47_956] = 212;
    damaged[50_196] = 33;
    const path = join(folderOfLies, "shape.nwb");
    writeFileSync(path, damaged);
    const session = await openSession(path);
    await expect(session.sensor("lick")).rejects.toMatchObject({ code: "NWB_TOO_LARGE" });
    session.close();
  });
});

describe("sessions that contradict themselves", () => {
  const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
      return "ok";
    } catch (error) {
      return isBraidynError(error) ? error.code : `not a BraidynError: ${String(error)}`;
    }
  };

  test("more regions in dF/F than the table of regions has", async () => {
    expect(
      await codeOf(async () => {
        const session = await openSession(pathOf("regions-mismatch.nwb"));
        await session.dff();
      }),
    ).toBe("NWB_SHAPE");
  });

  test("a clock that jumps back is no place to look for a range, but reads whole", async () => {
    const session = await openSession(pathOf("timestamps-backwards.nwb"));
    const { time } = await session.sensor("lever");
    const jump = time.findIndex((seconds, i) => seconds < (time[i - 1] ?? -Infinity));
    expect(jump).toBe(20);
    const range = [time[jump - 2] as number, time.at(-1) as number] as const;
    expect(await codeOf(() => session.sensor("lever", { time: range }))).toBe("NWB_TIMESTAMPS");
    session.close();
  });

  test("neither is a clock with gaps", async () => {
    const session = await openSession(pathOf("timestamps-nan.nwb"));
    const { time } = await session.sensor("lever");
    expect(time.some(Number.isNaN)).toBe(true);
    expect(await codeOf(() => session.sensor("lever", { time: [-Infinity, Infinity] }))).toBe(
      "NWB_TIMESTAMPS",
    );
    session.close();
  });

  test.each([
    ["timestamps-short.nwb", "fewer timestamps than samples"],
    ["timestamps-link-loop.nwb", "timestamps that are links to themselves"],
  ])("%s: %s", async (file) => {
    const session = await openSession(pathOf(file));
    expect(await codeOf(() => session.sensor("lever"))).toBe("NWB_SHAPE");
    session.close();
  });
});
