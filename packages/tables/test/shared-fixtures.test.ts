import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isBraidynError } from "@braidyn/core";
import { tableFromIPC } from "@uwdata/flechette";
import { fromCSV, type ColumnTable } from "arquero";
import { describe, expect, test } from "vitest";
import {
  align,
  concat,
  features,
  keypoints,
  masks,
  onsets,
  peth,
  pethTable,
  pupil,
  regions,
  sensors,
  toArrow,
  toCsv,
  toParquet,
  trials,
} from "../src/index.ts";
import { hasShared, sharedFixtures, truthOf, withSession } from "./fixture.ts";

interface Truth {
  readonly downsampled: {
    readonly trials: { readonly n: number; readonly rows: unknown[][] } | null;
    readonly rois: readonly { readonly name: string; readonly mask_pixels: number }[];
    readonly series: readonly {
      readonly domain: string;
      readonly name: string;
      readonly shape: readonly number[];
      readonly sum: number;
      readonly nan: number;
    }[];
  };
}

const names = hasShared
  ? readdirSync(sharedFixtures, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )
  : [];

/** What the authors' reader lists among the eye's keypoints. */
const pupilNames = ["pupilcenter", "pupildia"];

const sumOf = (table: ColumnTable, name: string) =>
  (table.array(name) as number[]).reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);

describe.skipIf(!hasShared)(
  "sessions as the authors' packager writes them (needs ../shared/fixtures)",
  () => {
    describe.each(names)("%s", (name) => {
      const folder = join(sharedFixtures, name);
      const { downsampled } = truthOf(folder) as Truth;
      const ofDomain = (domain: string) => downsampled.series.filter((series) => series.domain === domain);

      test("has the sensors and regions that the authors' reader finds", async () => {
        const [daq, dff] = await withSession(folder, (session) =>
          Promise.all([sensors(session), regions(session)]),
        );
        for (const [table, domain] of [
          [daq, "daq"],
          [dff, "imaging"],
        ] as const) {
          for (const { name, sum, shape } of ofDomain(domain)) {
            expect(table.numRows()).toBe(shape[0]);
            expect(Math.abs(sumOf(table, name) - sum)).toBeLessThan(1e-9 * Math.max(1, Math.abs(sum)));
          }
        }
      });

      test("has the keypoints that the authors' reader finds", async () => {
        for (const view of ["body", "face", "eye"]) {
          const expected = ofDomain(`${view}_video`).filter(({ name }) => !pupilNames.includes(name));
          if (expected.length === 0) continue;
          const table = await withSession(folder, (session) => keypoints(session, view));
          for (const { name, sum, nan } of expected) {
            const both = [...table.array(`${name}_x`), ...table.array(`${name}_y`)] as number[];
            expect(both.filter(Number.isNaN).length).toBe(nan);
            const found = sumOf(table, `${name}_x`) + sumOf(table, `${name}_y`);
            expect(found / sum).toBeCloseTo(1, 6);
          }
        }
      });

      test("has the pupil that the authors' reader finds", async () => {
        const [center, diameter] = pupilNames.map((name) =>
          downsampled.series.find((series) => series.name === name),
        );
        if (center === undefined || diameter === undefined) return;
        const table = await withSession(folder, (session) => pupil(session));
        expect(sumOf(table, "diameter") / diameter.sum).toBeCloseTo(1, 6);
        expect((sumOf(table, "center_x") + sumOf(table, "center_y")) / center.sum).toBeCloseTo(1, 6);
      });

      test("has masks of the size the authors' reader finds", async () => {
        const table = await withSession(folder, (session) => masks(session));
        const expected = downsampled.rois.map(({ name, mask_pixels }) => ({
          region: name,
          pixels: mask_pixels,
        }));
        expect(table.select("region", "pixels").objects()).toEqual(expected);
      });

      test("makes every table it has, and names what it lacks", async () => {
        await withSession(folder, async (session) => {
          const made = await Promise.allSettled([trials(session), pupil(session), keypoints(session, "eye")]);
          for (const result of made) {
            if (result.status === "fulfilled") expect(result.value.numRows()).toBeGreaterThan(0);
            else expect(isBraidynError(result.reason, "NWB_MISSING")).toBe(true);
          }
        });
      });
    });

    test("two sessions concatenate, and read back from every format", async () => {
      const [first, second] = await Promise.all(
        ["full-tiny", "reduced"].map((name) =>
          withSession(join(sharedFixtures, name), (session) => trials(session)),
        ),
      );
      const both = concat([first as ColumnTable, second as ColumnTable]);
      expect(both.groupby("subject", "day").count().objects()).toEqual([
        { subject: "VG1-GC#48", day: 2, count: 3 },
        { subject: "VG1-GC#105", day: 8, count: 10 },
      ]);
      expect(fromCSV(toCsv(both)).array("pull_onset").length).toBe(13);
      expect([...tableFromIPC(toArrow(both)).getChild("subject")]).toEqual(both.array("subject"));
      expect(toParquet(both).length).toBeGreaterThan(1000);
    });

    test("the gzipped copy of a session makes the same tables", async () => {
      const [plain, gzipped] = await Promise.all(
        ["reduced", "reduced-gzip"].map((name) =>
          withSession(join(sharedFixtures, name), async (session) => toCsv(await regions(session))),
        ),
      );
      expect(gzipped).toBe(plain);
    });

    test("from lever onsets to features of 44 regions is a few lines", async () => {
      await withSession(join(sharedFixtures, "reduced"), async (session) => {
        const lever = await session.sensor("state_lever");
        const pulls = Float64Array.from(onsets(lever.data), (frame) => lever.time[frame] as number);
        const windows = align(await session.dff(), pulls, { beforeSeconds: 0.5, afterSeconds: 1 });
        expect(pulls.length).toBeGreaterThan(0);
        expect(windows.samples).toBe(45);
        expect(windows.kept.length + windows.dropped.length).toBe(pulls.length);
        expect(features(windows).data.length).toBe(windows.count * 44);
        expect(pethTable(peth(windows), session).numRows()).toBe(45 * 44);
      });
    });
  },
);
