import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BraidynError, parseSessionName, sessionKey } from "@braidyn/core";
import {
  createRandom,
  formatPredictionsCsv,
  parseChallenge,
  type Bundle,
  type Challenge,
  type ChallengeDefinition,
  type Examples,
} from "@braidyn/harness";
import { buildBundle, openBundle } from "@braidyn/harness/build";
import type { Session } from "@braidyn/nwb";

/** Numbers of the mice: eight on each board, so that intervals mean something. */
const publicMice = [201, 202, 203, 204, 205, 206, 207, 208];
const privateMice = [301, 302, 303, 304, 305, 306, 307, 308];
const otherMice = [101, 102, 103, 151, 152];

export const eventYaml = `id: tiny-event
title: { en: Tiny event, ja: 小さな大会 }
description: { en: For tests., ja: テスト用。 }
data:
  dandiset: "001425"
  sessions: { type: task, days: { from: 1, to: 15 } }
input:
  streams: [dff]
  shape: [{ axis: time, size: 2 }]
  unit: fraction
  causal: true
truth:
  pulled: { type: binary, description: { en: Whether it pulled., ja: 引いたか。 } }
split:
  unit: subject
  train: [101, 102, 103]
  validation: [151, 152]
  public: [${publicMice.join(", ")}]
  private: [${privateMice.join(", ")}]
metrics:
  primary: roc_auc
limits: { per_day: 100, total: 1000, max_bytes: 1000000 }
`;

/** Labels at random, and an input that knows something of them. */
async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const { time } = await session.dff();
  const random = createRandom(`${session.info.session} ${seed}`);
  const pulled = Float64Array.from(time, () => random.integer(2));
  pulled[0] = 0;
  pulled[1] = 1;
  const input = Float32Array.from({ length: time.length * 2 }, () => random.uniform());
  pulled.forEach((label, i) => (input[i * 2] = 0.6 * label + input[i * 2]!));
  return { count: time.length, inputShape: [2], input, truth: { pulled }, time };
}

/** Only what the challenge reads. */
function session(name: string, rows: number): Session {
  const id = parseSessionName(name);
  const part = {
    info: { ...id, path: name, session: sessionKey(id) },
    id,
    dff: async () => ({
      time: Float64Array.from({ length: rows }, (_, i) => 5 + i),
      data: new Float64Array(rows),
    }),
    sensor: (what: string) =>
      Promise.reject(new BraidynError("NWB_MISSING", { path: name, what, available: "nothing" })),
    close: () => {},
  };
  return part as unknown as Session;
}

export interface EventBundle {
  readonly folder: string;
  readonly bundle: Bundle;
  /** Predictions of all validation and test rows; the better, the more `skill` (0 to 1). */
  predictions(skill: number, seed: number | string): string;
}

export interface EventBundleOptions {
  readonly id?: string;
  readonly rows?: number;
  /** Changes the definition, as an organizer would the file. */
  readonly change?: (yaml: string) => string;
}

/** Builds a bundle whose challenge is scored within milliseconds. */
export async function makeEventBundle({
  id = "tiny-event",
  rows = 24,
  change = (yaml) => yaml,
}: EventBundleOptions = {}): Promise<EventBundle> {
  const definition: ChallengeDefinition = parseChallenge(
    change(eventYaml.replace("id: tiny-event", `id: ${id}`)),
  );
  const challenge: Challenge = { definition, module: { examples }, baselines: {} };
  const folder = join(await mkdtemp(join(tmpdir(), "braidyn-event-")), "bundle");
  const names = [...otherMice, ...publicMice, ...privateMice].flatMap((mouse) =>
    [2, 3].map((day) => `VG1GC-${mouse}_2023-05-${10 + day}_task-day${day}.nwb`),
  );
  const sessions = names.map((name) => session(name, rows));
  await buildBundle({ challenge, sessions, outDir: folder, secret: "5a".repeat(32) });
  const bundle = await openBundle(folder);
  const tables = await Promise.all([bundle.truth("validation"), bundle.truth("test")]);
  const rowIds = tables.flatMap((table) => table.rowIds);
  const truth = tables.flatMap((table) => [...table.columns["pulled"]!]);
  return {
    folder,
    bundle,
    predictions: (skill, seed) => {
      const random = createRandom(seed);
      const pulled = Float64Array.from(truth, (label) => skill * label + (1 - skill) * random.uniform());
      return formatPredictionsCsv(rowIds, new Map([["pulled", pulled]]));
    },
  };
}
