import type { ClockProfile } from "../profile.ts";
import type {
  ClockContents,
  ClockReader,
  KeypointSeries,
  NumericArray,
  PupilSeries,
  TimeSelection,
} from "../types.ts";
import { missing, newFloat64, readNumbers, toFloat64, wrongShape, type SessionContext } from "./context.ts";
import { readScaled, readSeries, readSignal, type SeriesRows } from "./series.ts";
import { readTrials } from "./trials.ts";

/** Reads the data of one clock. */
export function clockReader(
  context: SessionContext,
  clock: ClockProfile,
  contents: ClockContents,
): ClockReader {
  return {
    sensor: async (name, selection = {}) => {
      if (!contents.sensors.includes(name)) throw missing(context, `sensor ${name}`, contents.sensors);
      const unit = Object.hasOwn(clock.known, name) ? clock.known[name]?.unit : undefined;
      return readSignal(context, `${clock.sensors}/${name}`, selection, name, unit, contents.sensors);
    },
    keypoint: async (view, name, selection = {}) =>
      readKeypoint(context, clock, contents, view, name, selection),
    pupil: (selection = {}) => readPupil(context, clock, contents, selection),
    trials: async () => {
      if (!contents.trials) throw missing(context, "trials", available(contents));
      return readTrials(context, clock.trials);
    },
  };
}

/** What a clock has, for errors about what it lacks. */
export function available(contents: ClockContents): string[] {
  const views = Object.entries(contents.keypoints).filter(([, names]) => names.length > 0);
  return [
    ...contents.sensors,
    ...views.map(([view]) => `${view} keypoints`),
    ...(contents.pupil ? ["pupil"] : []),
    ...(contents.trials ? ["trials"] : []),
  ];
}

/** Path of a keypoint's series. @throws BraidynError `NWB_MISSING` */
export function keypointPath(
  context: SessionContext,
  clock: ClockProfile,
  contents: ClockContents,
  view: string,
  name: string,
): string {
  const names = Object.hasOwn(contents.keypoints, view) ? (contents.keypoints[view] ?? []) : [];
  if (names.length === 0) {
    const views = Object.keys(contents.keypoints).filter((known) => contents.keypoints[known]?.length);
    throw missing(
      context,
      `keypoints of the ${view} view`,
      views.map((known) => `${known} keypoints`),
    );
  }
  // A quick listing does not know; reading tells.
  if (context.listing === "complete" && !names.includes(name)) {
    throw missing(context, `${view} keypoint ${name}`, names);
  }
  return `${clock.keypoints[view]}/${name}`;
}

async function readKeypoint(
  context: SessionContext,
  clock: ClockProfile,
  contents: ClockContents,
  view: string,
  name: string,
  selection: TimeSelection,
): Promise<KeypointSeries> {
  const path = keypointPath(context, clock, contents, view, name);
  const what = `${view} keypoint ${name}`;
  const series = await readSeries(context, path, selection, what, contents.keypoints[view] ?? []);
  if (series.width < 2) throw wrongShape(context, `${path}/data`, [series.count, series.width], "n x 2");
  const { time, rateHz } = series;
  const likelihood = await matchingLikelihood(context, path, series);
  return { view, name, time, ...xAndY(context, path, series), likelihood, rateHz, unit: "px" };
}

/** The likelihood of the same samples, where the file has one value a sample. */
async function matchingLikelihood(context: SessionContext, path: string, series: SeriesRows) {
  const info = await context.file.dataset(`${path}/confidence`);
  if (info?.elements !== "number" || info.shape?.length !== 1 || info.shape[0] !== series.count) return null;
  return floats(context, path, await readNumbers(context, `${path}/confidence`, series.rows));
}

async function readPupil(
  context: SessionContext,
  clock: ClockProfile,
  contents: ClockContents,
  selection: TimeSelection,
): Promise<PupilSeries> {
  if (!contents.pupil || clock.pupil === null) throw missing(context, "pupil", available(contents));
  const { diameter } = clock.pupil;
  const size = await readSeries(context, diameter, selection, "pupil", []);
  if (size.width !== 1) throw wrongShape(context, `${diameter}/data`, [size.count, size.width], "n");
  const { time, data, rateHz } = size;
  const [centerX, centerY] = await Promise.all([
    readBeside(context, clock.pupil.centerX, size),
    readBeside(context, clock.pupil.centerY, size),
  ]);
  return { time, diameter: floats(context, diameter, data), centerX, centerY, rateHz, unit: "px" };
}

/** Values of the samples that another series of the same clock has selected. */
async function readBeside(context: SessionContext, path: string, series: SeriesRows) {
  const shape = (await context.file.dataset(`${path}/data`))?.shape ?? null;
  if (shape?.length !== 1 || shape[0] !== series.count) {
    throw wrongShape(context, `${path}/data`, shape, String(series.count));
  }
  const { data } = await readScaled(context, `${path}/data`, series.rows);
  return floats(context, path, data);
}

/** The first two columns of rows of `width` values. */
function xAndY(
  context: SessionContext,
  path: string,
  { data, width }: SeriesRows,
): Pick<KeypointSeries, "x" | "y"> {
  const count = data.length / width;
  if (data instanceof Float32Array) {
    return split(data, width, new Float32Array(count), new Float32Array(count));
  }
  const room = () => newFloat64(context, path, count);
  return split(data, width, room(), room());
}

/** In one pass: a session has millions of keypoint samples. */
function split<T extends Float32Array | Float64Array>(
  data: NumericArray,
  width: number,
  x: T,
  y: T,
): { x: T; y: T } {
  for (let i = 0, at = 0; i < x.length; i++, at += width) {
    x[i] = data[at]!;
    y[i] = data[at + 1]!;
  }
  return { x, y };
}

function floats(context: SessionContext, what: string, values: NumericArray): Float32Array | Float64Array {
  return values instanceof Float32Array ? values : toFloat64(context, what, values);
}
