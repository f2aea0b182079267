import { describe, expect, test } from "vitest";
import { openSession, type ClockReader, type NumericArray, type Session } from "../src/index.ts";
import { sha256OfFloat64 } from "./hashes.ts";
import { sharedFixtures, type ArrayTruth, type LevelTruth, type SeriesTruth } from "./shared-fixtures.ts";

const cases = sharedFixtures.flatMap((fixture) =>
  (["own", "h5wasm"] as const).map((reader) => [fixture.name, reader, fixture] as const),
);

function expectArray(
  truth: ArrayTruth,
  time: Float64Array,
  data: NumericArray | number[],
  what: string,
): void {
  expect(data.length, what).toBe(truth.shape.reduce((product, length) => product * length, 1));
  expect(Array.from(data).filter(Number.isNaN).length, what).toBe(truth.nan);
  expect(sha256OfFloat64(data), what).toBe(truth.sha256_f64le);
  expect(time.length, what).toBe(truth.timestamps.n);
  expect(sha256OfFloat64(time), what).toBe(truth.timestamps.sha256_f64le);
}

const interleave = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Array.from(x).flatMap((value, i) => [value, y[i] as number]);

/** The authors' reader says "nan" for 0/1 signals and writes degrees as one character. */
const trueUnit = (unit: string) => (unit === "nan" ? "" : unit === "℃" ? "°C" : unit);

async function checkSeries(session: Session, clock: ClockReader, truth: SeriesTruth): Promise<void> {
  const { domain, name } = truth;
  if (domain === "daq") {
    const { time, data, unit } = await clock.sensor(name);
    expectArray(truth, time, data, name);
    if (truth.unit !== undefined) expect(unit, name).toBe(trueUnit(truth.unit));
  } else if (domain === "imaging") {
    const { time, data, regions } = await session.dff();
    const column = regions.indexOf(name);
    const values = Float64Array.from(time, (_, i) => data[i * regions.length + column] as number);
    expectArray(truth, time, values, name);
  } else if (name === "pupilcenter" || name === "pupildia") {
    const pupil = await clock.pupil();
    const data = name === "pupildia" ? pupil.diameter : interleave(pupil.centerX, pupil.centerY);
    expectArray(truth, pupil.time, data, name);
  } else {
    const { time, x, y } = await clock.keypoint(domain.replace("_video", ""), name);
    expectArray(truth, time, interleave(x, y), `${domain} ${name}`);
  }
}

async function checkTrials(clock: ClockReader, has: boolean, truth: LevelTruth["trials"]): Promise<void> {
  expect(has).toBe(truth !== null);
  if (truth === null) {
    await expect((async () => clock.trials())()).rejects.toMatchObject({ code: "NWB_MISSING" });
    return;
  }
  const trials = await clock.trials();
  expect(trials.count).toBe(truth.n);
  expect(Object.keys(trials.columns).filter((name) => name !== "outcome")).toEqual(
    truth.columns.map(({ name }) => name),
  );
  for (const { name, description, sha256_f64le } of truth.columns) {
    if (description !== undefined) expect(trials.descriptions[name]).toBe(description);
    if (sha256_f64le) expect(sha256OfFloat64(trials.columns[name] as Float64Array)).toBe(sha256_f64le);
  }
  truth.rows.forEach((row, i) => {
    const found = truth.columns.map(({ name }) => trials.columns[name]?.[i]);
    expect(found).toEqual(row.map((value) => (value === null ? NaN : value)));
  });
}

async function checkLevel(session: Session, level: "downsampled" | "raw", truth: LevelTruth): Promise<void> {
  const clock = level === "raw" ? session.raw : session;
  const contents = session.contents[level];
  expect([...contents.sensors]).toEqual([...truth.daq_columns].sort());
  const views = Object.keys(contents.keypoints).filter((view) => contents.keypoints[view]?.length);
  expect(views).toEqual(truth.video_views);
  expect(contents.pupil).toBe(truth.has_pupil);
  await checkTrials(clock, contents.trials, truth.trials);
  expect(truth.series?.length).toBeGreaterThan(0);
  for (const series of truth.series ?? []) await checkSeries(session, clock, series);
}

async function checkMasks(session: Session, truth: LevelTruth): Promise<void> {
  for (const channel of ["blue", "UV"] as const) {
    const { names, descriptions, height, width, data } = await session.masks({ channel });
    expect(names).toEqual(truth.rois.map(({ name }) => name));
    expect(descriptions).toEqual(truth.rois.map(({ description }) => description));
    truth.rois.forEach(({ mask_shape, mask_pixels }, r) => {
      expect([height, width]).toEqual(mask_shape);
      const mask = data.subarray(r * height * width, (r + 1) * height * width);
      expect(mask.reduce((sum, pixel) => sum + pixel, 0)).toBe(mask_pixels);
    });
  }
}

describe.skipIf(cases.length === 0)("files in the dataset's true layout (../shared/fixtures)", () => {
  test.each(cases)(
    "%s reads as the authors' reader does, by the %s reader",
    async (_, reader, { path, truth }) => {
      const session = await openSession(path, { reader });
      const { type, date, day } = truth.parsed_from_file_name;
      expect(session.info).toMatchObject({
        type,
        date,
        day,
        subject: truth.downsampled.subject_id,
        description: truth.downsampled.session_description,
        sex: truth.downsampled.subject_sex,
        age: truth.downsampled.subject_age,
        weight: truth.downsampled.subject_weight,
      });
      expect(session.regions).toEqual(truth.downsampled.roi_names);
      await checkMasks(session, truth.downsampled);
      for (const [signal, expected] of Object.entries(truth.ophys_full)) {
        const { time, data, rateHz } = await session.dff({ signal });
        expectArray(expected, time, data, signal);
        expect(rateHz).toBeCloseTo(1 / expected.timestamps.mean_dt, 9);
      }
      await checkLevel(session, "downsampled", truth.downsampled);
      if (truth.raw.error_read_all === undefined) await checkLevel(session, "raw", truth.raw);
      session.close();
    },
  );

  test("what the authors' reader fails on, ours reads: the raw sensors of a session without cameras", async () => {
    const fixture = sharedFixtures.find(({ name }) => name === "sensory-no-video");
    const session = await openSession(fixture?.path ?? "");
    const { data, rateHz, unit } = await session.raw.sensor("stim_visual");
    expect([data.length, unit]).toEqual([11802, "V"]);
    expect(rateHz).toBeCloseTo(250, 3);
    session.close();
  });
});
