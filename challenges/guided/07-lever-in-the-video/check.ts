import { pearson } from "@braidyn/harness";
import { keypointsPlot, type KeypointTrack } from "@braidyn/plots";
import type { LessonModule } from "../engine/contract.ts";
import { meanOf } from "../engine/mean.ts";
import { withSession } from "../engine/with-session.ts";

export const expectations: LessonModule["expectations"] = ({ sessions: [path = ""] }) =>
  withSession(path, async (session) => {
    const lever = Array.from((await session.sensor("lever")).data);
    const tip = await session.keypoint("body", "rightbartip");
    const rest = await session.keypoint("body", "leftbartip");
    const seen = lever.map((_, i) => Number.isFinite(tip.y[i]) && Number.isFinite(rest.y[i]));
    const used = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => seen[i]);
    const filled = (values: ArrayLike<number>) =>
      Array.from(values, (value) => (Number.isFinite(value) ? value : 0));
    const [mm, y, restY] = [used(lever), used(tip.y), used(rest.y)];
    const slope = slopeOf(mm, y);
    const x = used(tip.x);
    return {
      used: { value: mm.length, mistakes: { "all-frames": lever.length } },
      leverR: {
        value: pearson(mm, y),
        within: 1e-4,
        mistakes: {
          filled: pearson(lever, filled(tip.y)),
          "x-axis": pearson(mm, x),
          "paw-rest": pearson(mm, restY),
        },
      },
      restR: {
        value: pearson(mm, restY),
        within: 1e-4,
        mistakes: { filled: pearson(lever, filled(rest.y)), "x-axis": pearson(mm, used(rest.x)) },
      },
      pixelsPerMm: {
        value: slope,
        within: 0.001,
        mistakes: {
          inverse: slopeOf(y, mm),
          ratio: meanOf(y) / meanOf(mm),
          "x-axis": slopeOf(mm, x),
          "paw-rest": slopeOf(mm, restY),
          filled: slopeOf(lever, filled(tip.y)),
        },
      },
    };
  });

/** Of the straight line that gives `to` from `from` with the least squared error. */
function slopeOf(from: readonly number[], to: readonly number[]): number {
  const [meanFrom, meanTo] = [meanOf(from), meanOf(to)];
  const products = from.map((value, i) => (value - meanFrom) * ((to[i] as number) - meanTo));
  return meanOf(products) / meanOf(from.map((value) => (value - meanFrom) ** 2));
}

const names = {
  lever: { en: "lever sensor, in pixels", ja: "レバーセンサー（ピクセル換算）" },
} as const;

/** Seconds of the session. */
const shown = [30, 50] as const;

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, answer, options) =>
  withSession(path, async (session) => {
    const tip = await session.keypoint("body", "rightbartip", { time: shown });
    const rest = await session.keypoint("body", "leftbartip", { time: shown });
    const lever = await session.sensor("lever", { time: shown });
    const inPixels = (values: ArrayLike<number>, slope?: number) => {
      const known = Array.from(values, Number.isFinite);
      const [mm, pixels] = [lever.data, values].map((all) => Array.from(all).filter((_, i) => known[i])) as [
        number[],
        number[],
      ];
      const factor = slope ?? slopeOf(mm, pixels);
      const offset = meanOf(pixels) - factor * meanOf(mm);
      return lever.data.map((each) => offset + factor * each);
    };
    const sensor: KeypointTrack = {
      ...{ name: names.lever[options.language ?? "en"], time: lever.time },
      ...{ x: inPixels(tip.x), y: inPixels(tip.y, Number(answer["pixelsPerMm"])) },
    };
    const tracks = [tip, sensor, rest];
    return { lever: keypointsPlot(tracks, { source: session.info.session, ...options }) };
  });
