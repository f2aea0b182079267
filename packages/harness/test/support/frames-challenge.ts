import type { Session } from "@braidyn/nwb";
import { createRandom, type Examples } from "../../src/index.ts";

export const yaml = `id: frames
title: { en: Frames, ja: フレーム }
description: { en: For tests., ja: テスト用。 }
data: { dandiset: "001425", sessions: { type: task } }
input:
  streams: [dFF]
  shape: [{ axis: region, size: 44 }]
  unit: fraction
  causal: true
truth:
  odd: { type: binary, description: { en: Drawn by lot., ja: くじで決めた値。 } }
split: { unit: subject, train: [48, 51, 52], validation: [53], public: [54], private: [60] }
metrics: { primary: roc_auc }
`;

/** Frames of dF/F, as many a session as lot has it, each with a label drawn by lot. */
export async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const dies = process.env["BRAIDYN_TEST_DIES_AT"];
  if (dies !== undefined && session.info.session.endsWith(dies)) process.kill(process.pid, "SIGKILL");
  const { data, time, regions } = await session.dff();
  const random = createRandom(seed);
  const count = 40 + random.integer(30);
  const frames = random.sample(time.length, count).sort((a, b) => a - b);
  const input = Float32Array.from({ length: count * regions.length }, (_, i) => {
    return data[(frames[Math.floor(i / regions.length)] ?? 0) * regions.length + (i % regions.length)] ?? 0;
  });
  const odd = Float64Array.from(frames, () => random.integer(2));
  return {
    count,
    inputShape: [regions.length],
    input,
    truth: { odd },
    time: Float64Array.from(frames, (f) => time[f] ?? 0),
  };
}
