import type { Events } from "../behaviour/events.ts";
import { randomStream } from "../random.ts";
import { addArousal } from "./arousal.ts";
import { addReadiness } from "./readiness.ts";
import { learntDirection } from "./learning.ts";
import { regions } from "../regions.ts";
import { colouredNoise } from "./background.ts";
import { brainOf, modes } from "./brain.ts";
import { bandPass } from "./filter.ts";
import { addResponses } from "./responses.ts";

/** Background, dF/F: of the mode that all regions share, of each other mode, of a region alone. Fitted (see the tests). */
const sharedSd = 0.034;
const modeSd = 0.03;
const ownSd = 0.04;

/** Blood: its share in the 470 nm frames, and in the 405 nm frames. */
const bloodSd = 0.012;
const bloodInViolet = 0.55;

/** dF/F of the 44 regions, frames x regions row by row, as fractions. */
export interface Cortex {
  /** Corrected for blood. */
  readonly dFF: Float64Array;
  /** 470 nm frames: calcium and blood. */
  readonly dFF_B: Float64Array;
  /** 405 nm frames: blood. */
  readonly dFF_V: Float64Array;
}

/** The session whose cortex is simulated. */
export interface CortexSession {
  readonly seed: number;
  readonly mouse: number;
  readonly day: number;
  readonly type: string;
  readonly events: Events;
  /** One value a frame: how awake the mouse is. */
  readonly arousal: Float64Array;
}

/** What the cortex of a mouse does in a session in which `events` happen. */
export function simulateCortex({ seed, mouse, day, type, events, arousal }: CortexSession): Cortex {
  const frames = arousal.length;
  const session = `${type}-day${day}`;
  const brain = brainOf(seed, mouse, session);
  learntDirection(day).forEach((learnt, r) => (brain.privateDirection.pull[r]! += learnt));
  const columns = regions.map(() => new Float64Array(frames));
  addResponses(columns, events, brain, randomStream(seed, mouse, session, "responses"));
  addReadiness(columns, events.trials, randomStream(seed, mouse, session, "readiness"));
  if (type !== "sensory-stim") addArousal(columns, arousal); // those mice are anaesthetised
  addBackground(columns, brain.loadings, randomStream(seed, mouse, session, "background"));
  return withBlood(columns.map(bandPass), randomStream(seed, mouse, session, "blood"));
}

function addBackground(
  columns: readonly Float64Array[],
  loadings: Float64Array,
  random: ReturnType<typeof randomStream>,
): void {
  const frames = columns[0]?.length ?? 0;
  for (let mode = 0; mode < modes; mode++) {
    const course = colouredNoise(frames, 0.3, random, 1.5);
    columns.forEach((column, r) => {
      const weight = (mode === 0 ? sharedSd : modeSd) * loadings[mode * columns.length + r]!;
      for (let i = 0; i < frames; i++) column[i]! += weight * course[i]!;
    });
  }
  for (const column of columns) {
    const own = colouredNoise(frames, 2, random);
    for (let i = 0; i < frames; i++) column[i]! += ownSd * own[i]!;
  }
}

function withBlood(calcium: readonly Float64Array[], random: ReturnType<typeof randomStream>): Cortex {
  const frames = calcium[0]?.length ?? 0;
  const blood = colouredNoise(frames, 0.2, random, 1);
  const size = frames * calcium.length;
  const cortex = {
    dFF: new Float64Array(size),
    dFF_B: new Float64Array(size),
    dFF_V: new Float64Array(size),
  };
  calcium.forEach((column, r) => {
    const share = bloodSd * random.logNormal(1, 0.2);
    for (let i = 0, at = r; i < frames; i++, at += calcium.length) {
      const violet = bloodInViolet * share * blood[i]!;
      cortex.dFF[at] = column[i]!;
      cortex.dFF_B[at] = column[i]! + share * blood[i]!;
      cortex.dFF_V[at] = violet;
    }
  });
  return cortex;
}
