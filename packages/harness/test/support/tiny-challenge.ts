import type { Session } from "@braidyn/nwb";
import { parseSessionName, sessionKey } from "@braidyn/core";
import { parseChallenge, createRandom, type Challenge, type Examples } from "../../src/index.ts";

/** A whole definition with the fewest lines; line numbers are asserted on, so add at the end. */
export const tinyYaml = `id: tiny
title: { en: Tiny, ja: 小さな課題 }
description: { en: For tests., ja: テスト用。 }
data:
  dandiset: "001425"
  sessions: { type: task, days: { from: 1, to: 15 } }
input:
  streams: [dff]
  window: { from_seconds: -1, to_seconds: 0 }
  shape: [{ axis: time, size: 3 }, { axis: region, size: 2 }]
  unit: fraction
  causal: true
truth:
  pulled: { type: binary, description: { en: Whether it pulled., ja: 引いたか。 } }
split:
  unit: subject
  train: [48, 51]
  validation: [52]
  public: [53, 54]
  private: [60]
metrics:
  primary: roc_auc
  secondary: [average_precision, log_loss]
`;

/** Input: noise, plus the label in the very first number. */
async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const { data, time } = await session.dff();
  const random = createRandom(seed);
  const count = time.length;
  const pulled = Float64Array.from({ length: count }, (_, i) => i % 2);
  const input = Float32Array.from({ length: count * 6 }, () => random.uniform());
  pulled.forEach((label, i) => (input[i * 6] = label + (data[i] ?? 0)));
  return { count, inputShape: [3, 2], input, truth: { pulled }, time };
}

export const tinyChallenge: Challenge = {
  definition: parseChallenge(tinyYaml),
  module: { examples },
  baselines: {
    floor: ({ rows }) => ({ pulled: new Float64Array(rows.count).fill(0.5) }),
    strong: ({ rows }) => ({
      pulled: Float64Array.from({ length: rows.count }, (_, i) => rows.input[i * 6] ?? 0),
    }),
    broken: () => ({ pulled: new Float64Array(1) }),
  },
};

/** The part of a session that the tiny challenge reads: `rows` samples of dF/F. */
export function tinySession(name: string, rows = 10): Session {
  const id = parseSessionName(name);
  const random = createRandom(name);
  const info = { ...id, path: name, session: sessionKey(id) };
  const part = {
    info,
    id,
    dff: async () => ({
      time: Float64Array.from({ length: rows }, (_, i) => 5 + i),
      data: Float64Array.from({ length: rows }, () => random.uniform() * 1.2),
    }),
    close: () => {},
  };
  return part as unknown as Session;
}

/** Two sessions of each of seven mice; mouse 61 is in no group. */
export const tinyNames = [48, 51, 52, 53, 54, 60, 61].flatMap((mouse) => [
  `VG1GC-${mouse}_2023-05-30_task-day2.nwb`,
  `VG1GC-${mouse}_2023-05-31_task-day3.nwb`,
]);

export const tinySecret = "5a".repeat(32);
