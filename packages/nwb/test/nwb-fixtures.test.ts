import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { braidynBc, openSession, type ClockReader, type Profile, type Session } from "../src/index.ts";
import { sha256OfFloat64 } from "./hashes.ts";
import {
  sessionFixture,
  sessionFixtures,
  type NumbersTruth,
  type SeriesTruth,
  type SessionTruth,
} from "./session-fixtures.ts";
import { wheelProfile } from "./wheel-profile.ts";

const profileOf = (name: string): Profile => (name === "other-paradigm" ? wheelProfile : braidynBc);
const pathOf = (name: string) => sessionFixture(name).path;
const cases = sessionFixtures.flatMap((fixture) =>
  (["own", "h5wasm"] as const).map((reader) => [fixture.name, reader, fixture] as const),
);

const interleave = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Array.from(x).flatMap((value, i) => [value, y[i] as number]);

function expectTime(truth: SeriesTruth, time: Float64Array, rateHz: number): void {
  if (truth.timestamps) {
    expect(sha256OfFloat64(time), truth.path).toBe(truth.timestamps.sha256_f64le);
    const span = (time.at(-1) as number) - (time[0] as number);
    expect(rateHz, truth.path).toBe((time.length - 1) / span);
  } else {
    expect(rateHz, truth.path).toBe(truth.rate);
    expect(time.length, truth.path).toBe(truth.time?.n);
    expect([...time.subarray(0, 3)], truth.path).toEqual(truth.time?.first3);
    expect([...time.subarray(-3)], truth.path).toEqual(truth.time?.last3);
  }
}

const expectData = (truth: SeriesTruth, data: ArrayLike<number>) =>
  expect(sha256OfFloat64(data), truth.path).toBe((truth.scaled ?? truth).sha256_f64le);

async function checkKeypoint(clock: ClockReader, view: string, name: string, truth: SeriesTruth) {
  const { time, x, y, likelihood, rateHz } = await clock.keypoint(view, name);
  expectTime(truth, time, rateHz);
  expectData(truth, interleave(x, y));
  const confidence = truth.confidence as NumbersTruth;
  if (confidence.shape[0] !== truth.shape[0]) expect(likelihood).toBeNull();
  else expect(sha256OfFloat64(likelihood as Float64Array)).toBe(confidence.sha256_f64le);
}

async function checkImages(session: Session, name: string, truth: SeriesTruth): Promise<void> {
  const info = await session.imageSeries(name);
  expect(info.externalFiles).toEqual(truth.external_file ?? []);
  if (truth.external_file) {
    expect(info).toMatchObject({ frames: truth.timestamps?.shape[0], frameShape: null });
    await expect(session.frames(name)).rejects.toMatchObject({ code: "NWB_MISSING" });
    return;
  }
  expect(info).toMatchObject({ frames: truth.shape[0], frameShape: truth.shape.slice(1) });
  const { time, data, shape } = await session.frames(name);
  expect(shape).toEqual(truth.shape);
  expectData(truth, data);
  if (truth.timestamps) expect(sha256OfFloat64(time)).toBe(truth.timestamps.sha256_f64le);
  else expect([...time.subarray(0, 3)]).toEqual(truth.time?.first3);
}

/** Finds by the profile which of the session's methods reads the series at `truth.path`, and compares. */
async function checkSeries(session: Session, profile: Profile, truth: SeriesTruth): Promise<void> {
  const group = truth.path.replace(/\/[^/]+$/, "");
  const name = truth.path.slice(group.length + 1);
  const signal = Object.keys(profile.dff).find((key) => profile.dff[key] === truth.path);
  if (/Image|Photon/.test(truth.type)) return checkImages(session, name, truth);
  if (signal !== undefined) {
    const { time, data, rateHz } = await session.dff({ signal });
    expectTime(truth, time, rateHz);
    return void expectData(truth, data);
  }
  const clocks = [
    [profile.downsampled, session],
    [profile.raw, session.raw],
  ] as const;
  for (const [clock, reader] of clocks) {
    const view = Object.keys(clock.keypoints).find((key) => clock.keypoints[key] === group);
    const pupil = Object.entries(clock.pupil ?? {}).find(([, path]) => path === truth.path)?.[0];
    if (view !== undefined) return checkKeypoint(reader, view, name, truth);
    if (clock.sensors === group) {
      const { time, data, rateHz, unit } = await reader.sensor(name);
      expectTime(truth, time, rateHz);
      expectData(truth, data);
      return void expect(unit).toBe(clock.known[name]?.unit ?? truth.unit);
    }
    if (pupil !== undefined) {
      const all = await reader.pupil();
      expectTime(truth, all.time, all.rateHz);
      return void expectData(truth, all[pupil as "diameter" | "centerX" | "centerY"]);
    }
  }
  throw new Error(`nothing reads ${truth.path}`);
}

const plain = (value: unknown) =>
  value === "NaN" ? NaN : typeof value === "boolean" ? Number(value) : value;

async function checkTrials(session: Session, profile: Profile, truth: SessionTruth): Promise<void> {
  for (const level of ["downsampled", "raw"] as const) {
    const expected = truth.trials[profile[level].trials];
    const clock = level === "raw" ? session.raw : session;
    expect(session.contents[level].trials).toBe(expected !== undefined);
    if (expected === undefined) {
      await expect((async () => clock.trials())()).rejects.toMatchObject({ code: "NWB_MISSING" });
      continue;
    }
    const { count, columns, descriptions } = await clock.trials();
    expect(count).toBe(expected.n);
    const names = expected.columns.map(({ name }) => name);
    expect(Object.keys(columns)).toEqual([...names, "outcome"]);
    expect(descriptions).toEqual(
      Object.fromEntries(expected.columns.map(({ name, description }) => [name, description])),
    );
    expect(expected.rows.map((_, i) => names.map((name) => columns[name]?.[i]))).toEqual(
      expected.rows.map((row) => row.map(plain)),
    );
  }
}

async function checkRegions(session: Session, profile: Profile, truth: SessionTruth): Promise<void> {
  const channels = Object.entries(profile.regions.tables).filter(([, path]) => truth.regions[path]);
  expect(session.contents.masks).toEqual(channels.map(([channel]) => channel));
  for (const [channel, path] of channels) {
    const expected = truth.regions[path] as Record<string, unknown>;
    const mask = expected["image_mask"] as NumbersTruth;
    const { names, descriptions, height, width, data } = await session.masks({ channel });
    expect(names).toEqual(expected[profile.regions.name]);
    expect(session.regions).toEqual(names);
    expect(descriptions).toEqual(expected[profile.regions.description] ?? names.map(() => ""));
    expect([names.length, height, width]).toEqual(mask.shape);
    expect(sha256OfFloat64(data)).toBe(mask.sha256_f64le);
  }
}

describe("every session of test/fixtures/nwb reads as its truth says", () => {
  test.each(cases)("%s, by the %s reader", async (name, reader, { path, truth }) => {
    const profile = profileOf(name);
    const session = await openSession(path, { profile, reader });
    const { fields } = truth;
    expect(session.info).toMatchObject({
      identifier: fields["identifier"],
      description: fields["session_description"],
      startTime: fields["session_start_time"],
      subject: fields["subject_id"] ?? "",
      ...Object.fromEntries(
        ["notes", "sex", "age", "genotype", "strain", "species", "weight"].map((key) => [
          key,
          fields[key] ?? "",
        ]),
      ),
      dateOfBirth: fields["date_of_birth"] ?? "",
      nwbVersion: truth.nwb_version,
    });
    for (const series of truth.series) await checkSeries(session, profile, series);
    await checkTrials(session, profile, truth);
    await checkRegions(session, profile, truth);
    for (const level of ["downsampled", "raw"] as const) {
      for (const [view, group] of Object.entries(profile[level].keypoints)) {
        const listed = session.contents[level].keypoints[view] ?? [];
        expect([...listed].sort()).toEqual([...(truth.keypoints[group] ?? [])].sort());
      }
    }
    if (truth.atlas_transform)
      expect([...(await session.atlasTransform())]).toEqual(truth.atlas_transform.flat());
    else await expect(session.atlasTransform()).rejects.toMatchObject({ code: "NWB_MISSING" });
    session.close();
  });
});

describe("embedded frames", () => {
  const whole = sessionFixture("embedded-images");

  test("are read by index", async () => {
    const session = await openSession(whole.path);
    for (const name of ["widefield_blue", "eye_video"]) {
      const all = await session.frames(name);
      const pixels = all.data.length / all.time.length;
      const part = await session.frames(name, { frames: [7, 12] });
      expect(part.shape).toEqual([5, ...all.shape.slice(1)]);
      expect([...part.time]).toEqual([...all.time.slice(7, 12)]);
      expect([...part.data]).toEqual([...all.data.slice(7 * pixels, 12 * pixels)]);
      expect((await session.frames(name, { frames: [5, 5] })).data.length).toBe(0);
      expect((await session.frames(name, { frames: [50, 5000] })).shape[0]).toBe(all.time.length - 50);
    }
    session.close();
  });

  test("are read by time", async () => {
    const session = await openSession(whole.path);
    const part = await session.frames("eye_video", { time: [5.3, 5.5] });
    expect([...part.time]).toEqual([5.3125, 5.375, 5.4375]);
    const same = await session.frames("eye_video", { frames: [1, 4] });
    expect([...part.data]).toEqual([...same.data]);
    session.close();
  });

  test("a range that is none is refused", async () => {
    const session = await openSession(whole.path);
    for (const frames of [
      [4, 1],
      [0, 1.5],
      [NaN, 3],
      [0, Infinity],
    ] as const) {
      await expect(session.frames("eye_video", { frames })).rejects.toMatchObject({
        code: "NWB_FRAME_RANGE",
      });
    }
    await expect(session.frames("face_video")).rejects.toMatchObject({ code: "NWB_MISSING" });
    session.close();
  });
});

describe("what a session says of itself", () => {
  test("a name that is no session's leaves the day open; the rest stands in the file", async () => {
    const session = await openSession(pathOf("quirks"));
    expect(session.id).toBeNull();
    expect(session.info).toMatchObject({
      subject: "VG1-GC#105",
      date: "2024-02-02",
      day: null,
      type: "unknown",
    });
    session.close();
  });

  test("a file of nothing but a root is a session without contents, and says so of everything", async () => {
    const session = await openSession(pathOf("minimal"));
    const { downsampled, raw, dff, masks, images } = session.contents;
    expect([downsampled.sensors, raw.sensors, dff, masks, images, session.regions]).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    const reads: (() => Promise<unknown>)[] = [
      () => session.dff(),
      () => session.masks(),
      () => session.atlasTransform(),
      async () => session.sensor("lever"),
      async () => session.raw.sensor("lever"),
      () => session.keypoint("body", "lickport"),
      () => session.likelihood("body", "lickport"),
      () => session.pupil(),
      async () => session.trials(),
      () => session.imageSeries("body_video"),
      () => session.frames("body_video"),
    ];
    for (const read of reads) await expect(read()).rejects.toMatchObject({ code: "NWB_MISSING" });
    session.close();
  });
});

test("the likelihood of a 30 Hz keypoint has the clock of its video", async () => {
  const { path, truth } = sessionFixture("latest-libver");
  const session = await openSession(path);
  const { time, data } = await session.likelihood("body", "lickport");
  const of = (wanted: string) => truth.series.find((series) => series.path === wanted);
  const pose = of("/processing/downsampled/body_video_keypoints/lickport");
  expect(sha256OfFloat64(data)).toBe(pose?.confidence?.sha256_f64le);
  expect(sha256OfFloat64(time)).toBe(of("/acquisition/body_video")?.timestamps?.sha256_f64le);
  session.close();
});

test("another paradigm is another profile: outcome, keypoint order, type and channel are its own", async () => {
  const session = await openSession(pathOf("other-paradigm"), { profile: wheelProfile });
  expect(session.info.type).toBe("choice");
  expect(session.contents.downsampled.keypoints).toEqual({ side: ["paw", "nose", "tongue"] });
  expect(session.contents.dff).toEqual(["corrected"]);
  expect((await session.dff({ time: [1, 2] })).regions).toEqual(["V1", "RL", "AL", "M2"]);
  expect((await session.trials()).columns["outcome"]).toEqual(["success", "short-pull", "no-response"]);
  expect((await session.sensor("wheel")).unit).toBe("rad");
  session.close();

  const wrong = await openSession(pathOf("other-paradigm"));
  expect(wrong.contents.dff).toEqual([]);
  await expect(wrong.dff()).rejects.toMatchObject({ code: "NWB_MISSING" });
  wrong.close();
});

test("a Blob reads as the file does", async () => {
  const { path, truth } = sessionFixture("latest-libver");
  const session = await openSession(new Blob([readFileSync(path)]));
  for (const series of truth.series) await checkSeries(session, braidynBc, series);
  session.close();
});
