import { parseChallenge, type Challenge, type Examples } from "@braidyn/harness";

/** Asks for the day, and shuts nothing out: the air is in the input, and a session gives as many rows as it has pulls. */
const yaml = `id: unguarded-day
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

async function examples(session: Parameters<Challenge["module"]["examples"]>[0]): Promise<Examples> {
  const [dff, humidity] = [await session.dff(), await session.sensor("humidity")];
  const count = 6 + 2 * (session.info.day ?? 0);
  const step = Math.floor(dff.time.length / (count + 1));
  const frames = Array.from({ length: count }, (_, i) => (i + 1) * step);
  const input = new Float32Array(count * 12);
  frames.forEach((frame, row) => {
    for (let region = 0; region < 11; region++)
      input[row * 12 + region] = dff.data[frame * dff.regions.length + region] ?? 0;
    input[row * 12 + 11] = humidity.data[frame] ?? 0;
  });
  const truth = { training_day: new Float64Array(count).fill(session.info.day ?? 0) };
  return {
    count,
    inputShape: [12],
    input,
    truth,
    time: Float64Array.from(frames, (frame) => dff.time[frame] ?? 0),
  };
}

export const dayChallenge: Challenge = {
  definition: parseChallenge(yaml),
  module: { examples },
  baselines: {},
};
