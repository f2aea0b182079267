import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BraidynError, parseSessionName, sessionKey } from "@braidyn/core";
import { createRandom, parseChallenge, type Bundle, type Challenge } from "@braidyn/harness";
import { buildBundle, openBundle } from "@braidyn/harness/build";
import type { Session } from "@braidyn/nwb";
import { afterAll } from "vitest";

export interface TestBundleOptions {
  readonly causal?: boolean;
  /** Lines of `sandbox:`, such as `seconds: 5`. */
  readonly sandbox?: string;
  readonly limits?: string;
}

const yaml = ({
  causal = false,
  sandbox = "seconds: 60",
  limits = "max_files: 200",
}: TestBundleOptions) => `id: tiny
title: { en: Tiny, ja: 小さな課題 }
description: { en: For tests., ja: テスト用。 }
data:
  dandiset: "001425"
  sessions: { type: task }
input:
  streams: [dff]
  window: { from_seconds: -1, to_seconds: 0 }
  shape: [{ axis: frame, size: 3 }, { axis: region, size: 2 }]
  unit: fraction
  causal: ${causal}
truth:
  pulled: { type: binary, description: { en: Whether it pulled., ja: 引いたか。 } }
split: { unit: subject, train: [48, 51], validation: [52], public: [53], private: [54] }
metrics: { primary: roc_auc }
statistics: { resamples: 100 }
limits: { ${limits} }
sandbox: { ${sandbox} }
`;

/** Rows of 3 frames x 2 regions: noise, plus the label in the very first number. */
const examples: Challenge["module"]["examples"] = (session, { seed }) => {
  const random = createRandom(`${seed}-${session.info.session}`);
  const count = 10;
  const pulled = Float64Array.from({ length: count }, (_, i) => i % 2);
  const input = Float32Array.from({ length: count * 6 }, () => random.uniform());
  pulled.forEach((label, i) => (input[i * 6] = label + (input[i * 6] as number)));
  const time = Float64Array.from({ length: count }, (_, i) => 5 + i);
  return Promise.resolve({ count, inputShape: [3, 2], input, truth: { pulled }, time });
};

const names = [48, 51, 52, 53, 54].flatMap((mouse) => [
  `VG1GC-${mouse}_2023-05-30_task-day2.nwb`,
  `VG1GC-${mouse}_2023-05-31_task-day3.nwb`,
]);

function emptySession(name: string): Session {
  const id = parseSessionName(name);
  const info = { ...id, path: name, session: sessionKey(id) };
  const sensor = (what: string) =>
    Promise.reject(new BraidynError("NWB_MISSING", { path: name, what, available: "nothing" }));
  return { info, id, close: () => {}, sensor } as unknown as Session;
}

/** A bundle of a small challenge in a folder that goes with the test file. */
export async function testBundle(
  options: TestBundleOptions = {},
): Promise<{ bundle: Bundle; folder: string }> {
  const parent = await mkdtemp(join(tmpdir(), "runner-test-"));
  afterAll(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, "bundle");
  const challenge: Challenge = {
    definition: parseChallenge(yaml(options)),
    module: { examples },
    baselines: {},
  };
  const sessions = names.map(emptySession);
  await buildBundle({ challenge, sessions, outDir: folder, secret: "5a".repeat(32) });
  return { bundle: await openBundle(folder), folder };
}
