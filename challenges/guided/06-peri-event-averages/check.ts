import type { RegionSeries } from "@braidyn/nwb";
import { pethPlot, readWindows } from "@braidyn/plots";
import { align, alignFrames, peth, type Windows } from "@braidyn/tables";
import type { LessonModule } from "../engine/contract.ts";
import { largest } from "../engine/largest.ts";
import { meanOf } from "../engine/mean.ts";
import { nearestFrame } from "../engine/nearest-frame.ts";
import { trialNumbers, withSession } from "../engine/with-session.ts";

const around = { beforeSeconds: 0.5, afterSeconds: 1 } as const;
const before = 15;

type Averages = Record<string, number[]>;

export const expectations: LessonModule["expectations"] = ({ sessions: [path = ""] }) =>
  withSession(path, async (session) => {
    const dff = await session.dff();
    const outcomes = (await session.trials()).columns["outcome"] as readonly string[];
    const rewarded = (values: readonly number[]) => values.filter((_, i) => outcomes[i] === "success");
    const onsets = await trialNumbers(session, "pull_onset");
    const pulls = rewarded(onsets);
    const windows = align(dff, pulls, around);
    const average = averages(windows, true);
    const all = align(dff, onsets, around);
    const frames = pulls.map((pull) => nearestFrame(dff.time, pull) + 1);
    return {
      windows: { value: windows.count, mistakes: { "all-pulls": all.count } },
      average: {
        value: average,
        within: 1e-5,
        mistakes: {
          "no-baseline": averages(windows, false),
          "all-pulls": averages(all, true),
          cue: averages(align(dff, rewarded(await trialNumbers(session, "start_time")), around), true),
          "from-zero": averages(fromZero(dff, pulls), true),
          percent: scaled(average, 100),
          "one-late": averages(alignFrames(dff, frames, around), true),
        },
      },
      strongest: {
        value: strongestOf(average),
        mistakes: {
          "no-baseline": strongestOf(averages(windows, false)),
          "all-pulls": strongestOf(averages(all, true)),
        },
      },
    };
  });

function averages(windows: Windows, withBaseline: boolean): Averages {
  const { mean, columns, samples } = peth(windows, { baseline: withBaseline ? [-0.5, 0] : null });
  const course = (r: number) =>
    Array.from({ length: samples }, (_, s) => mean[s * columns.length + r] as number);
  return Object.fromEntries(columns.map((name, r) => [name, course(r)]));
}

function fromZero(dff: RegionSeries, pulls: readonly number[]): Windows {
  return alignFrames(
    dff,
    pulls.map((pull) => Math.round(pull * 30)),
    around,
  );
}

function scaled(average: Averages, factor: number): Averages {
  const entries = Object.entries(average);
  return Object.fromEntries(entries.map(([name, course]) => [name, course.map((value) => factor * value)]));
}

function strongestOf(average: Averages): string {
  const responses = Object.entries(average).map(([name, course]) => [name, meanOf(course.slice(before))]);
  return largest(Object.fromEntries(responses) as Record<string, number>);
}

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, _, options) =>
  withSession(path, async (session) => {
    const groups = await readWindows(session, { event: "pull", outcomes: ["success"], ...around });
    const lines = groups.map(({ group, windows }) => ({ label: group, peth: peth(windows) }));
    const names = { en: "rewarded pull", ja: "報酬が得られた引き" } as const;
    const event = names[options.language ?? "en"];
    return { peth: pethPlot(lines, { source: session.info.session, event, ...options }) };
  });
