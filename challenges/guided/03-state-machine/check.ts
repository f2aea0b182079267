import { readStrip, stripPlot } from "@braidyn/plots";
import type { LessonModule } from "../engine/contract.ts";
import { meanOf } from "../engine/mean.ts";
import { spansWhere } from "../engine/spans.ts";
import { withSession } from "../engine/with-session.ts";

const pairs = ["0>1", "1>0", "1>2", "2>0"] as const;

export const expectations: LessonModule["expectations"] = ({ sessions: [path = ""] }) =>
  withSession(path, async (session) => {
    const state = await session.sensor("state_task");
    const counts = countTransitions(state.data);
    const rewards = spansWhere(state, (value) => value === 2).map(({ from, to }) => to - from);
    const inState = (wanted: number) => state.data.filter((value) => value === wanted).length;
    const [cues, failures, successes] = [counts["0>1"], counts["1>0"], counts["1>2"]];
    const seconds = meanOf(rewards);
    return {
      transitions: {
        value: counts,
        mistakes: { frames: { "0>1": inState(1), "1>0": inState(0), "1>2": inState(2), "2>0": inState(0) } },
      },
      rewardSeconds: {
        value: seconds,
        within: 0.004,
        mistakes: { "last-frame": seconds - 1 / state.rateHz, "in-frames": inState(2) / successes },
      },
      rewardedShare: {
        value: successes / cues,
        within: 1e-4,
        mistakes: { "of-time": inState(2) / state.data.length, "of-ends": successes / failures },
      },
    };
  });

function countTransitions(state: ArrayLike<number>): Record<(typeof pairs)[number], number> {
  const counts = { "0>1": 0, "1>0": 0, "1>2": 0, "2>0": 0 };
  for (let i = 1; i < state.length; i++) {
    const pair = pairs.find((each) => each === `${state[i - 1]}>${state[i]}`);
    if (pair !== undefined) counts[pair]++;
  }
  return counts;
}

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, _, options) =>
  withSession(path, async (session) => ({
    trial: stripPlot(await readStrip(session, options), { source: session.info.session, ...options }),
  }));
