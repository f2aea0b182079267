import type { RegionSeries } from "@braidyn/nwb";
import { heatmapPlot } from "@braidyn/plots";
import type { LessonModule } from "../engine/contract.ts";
import { largest } from "../engine/largest.ts";
import { meanOf } from "../engine/mean.ts";
import { withSession } from "../engine/with-session.ts";

export const expectations: LessonModule["expectations"] = ({ sessions: [path = ""] }) =>
  withSession(path, async (session) => {
    const { info, regions } = session;
    const dff = await session.dff();
    const { time } = dff;
    const seconds = (time.at(-1) as number) - (time[0] as number);
    const deviations = deviationsOf(dff);
    const uncorrected = deviationsOf(await session.dff({ signal: "dFF_B" }));
    const negative = Object.fromEntries(Object.entries(deviations).map(([name, value]) => [name, -value]));
    const deviation = Math.max(...Object.values(deviations));
    return {
      subject: { value: info.subject },
      day: { value: info.day, mistakes: { prefix: Number(String(info.day)[0]) } },
      frames: { value: time.length, mistakes: { transposed: regions.length } },
      regions: { value: regions.length, mistakes: { transposed: time.length } },
      minutes: { value: seconds / 60, within: 0.005, mistakes: { seconds } },
      liveliest: {
        value: largest(deviations),
        mistakes: {
          uncorrected: largest(uncorrected),
          least: largest(negative),
        },
      },
      deviation: {
        value: deviation,
        within: 2e-5,
        mistakes: {
          uncorrected: Math.max(...Object.values(uncorrected)),
          least: Math.min(...Object.values(deviations)),
          variance: deviation ** 2,
          percent: 100 * deviation,
          "all-regions": spread(dff.data),
        },
      },
    };
  });

function deviationsOf({ data, regions }: RegionSeries): Record<string, number> {
  const deviations = regions.map((name, r) => {
    const values = data.filter((_, i) => i % regions.length === r);
    return [name, spread(values)];
  });
  return Object.fromEntries(deviations) as Record<string, number>;
}

/** Standard deviation, of all values. */
function spread(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, _, options) =>
  withSession(path, async (session) => ({
    dff: heatmapPlot(await session.dff(), { source: session.info.session, ...options }),
  }));
