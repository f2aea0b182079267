import { parseChallenge, type Challenge, type Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";

const yaml = (id: string) => `id: ${id}
title: { en: Which day?, ja: 何日目か }
description: { en: For tests., ja: テスト用。 }
data: { dandiset: "001425", sessions: { type: task } }
input:
  streams: [dFF]
  shape: [{ axis: value, size: 12 }]
  causal: true
truth:
  training_day: { type: number, unit: d, description: { en: Day of training., ja: 訓練日。 } }
split: { unit: subject, train: [48, 51, 52], validation: [], public: [53, 54], private: [60, 61] }
metrics: { primary: spearman }
aggregation: subject
`;

/** Twelve numbers a row: regions at some frame, the last one the air's humidity where that is asked for. */
async function rowsOf(session: Session, count: number, withAir: boolean): Promise<Examples> {
  const dff = await session.dff();
  const air = withAir ? (await session.sensor("humidity")).data : null;
  const step = Math.floor(dff.time.length / (count + 1));
  const frames = Array.from({ length: count }, (_, i) => (i + 1) * step);
  const input = new Float32Array(count * 12);
  frames.forEach((frame, row) => {
    for (let region = 0; region < 12; region++) {
      input[row * 12 + region] = dff.data[frame * dff.regions.length + region] ?? 0;
    }
    if (air !== null) input[row * 12 + 11] = air[frame] ?? 0;
  });
  const truth = { training_day: new Float64Array(count).fill(session.info.day ?? 0) };
  const time = Float64Array.from(frames, (frame) => dff.time[frame] ?? 0);
  return { count, inputShape: [12], input, truth, time };
}

/** Shuts nothing out: the air is in the input, and a session gives more rows the later it is. */
export const dayChallenge: Challenge = {
  definition: parseChallenge(yaml("unguarded-day")),
  module: { examples: (session) => rowsOf(session, 6 + 2 * (session.info.day ?? 0), true) },
  baselines: {},
};

/** No air, and as many rows every day. */
export const guardedDayChallenge: Challenge = {
  definition: parseChallenge(yaml("guarded-day")),
  module: { examples: (session) => rowsOf(session, 12, false) },
  baselines: {},
};
