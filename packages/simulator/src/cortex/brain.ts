import { randomStream } from "../random.ts";
import { areas, regions } from "../regions.ts";

/** The events of the task; each mouse answers them in a way of its own. */
export type TaskEvent = "pull" | "tone" | "reward" | "lick";

/** Spreads of gains (logarithmic) and of the private directions of responses, fitted to published decoding. */
const mouseGainSd = 0.3;
const regionGainSd = 0.2;
const privateMouse: Readonly<Record<TaskEvent, number>> = { pull: 0.27, tone: 0.5, reward: 0.5, lick: 0.5 };
const privateSession = 0.25;
const dayDriftSd = 0.05;
const latencySd = 0.03;

/** Spatial modes of the background: one that all regions share and six others, the same in every mouse. */
export const modes = 7;

/** What makes one mouse's cortex on one day different from another's. */
export interface Brain {
  /** Of all responses, by region. */
  readonly gain: Float64Array;
  /** Added to every response to the event in units of its mean over regions, by region. */
  readonly privateDirection: Readonly<Record<TaskEvent, Float64Array>>;
  /** Added to the latency of all responses, seconds. */
  readonly latencySeconds: number;
  /** modes x regions: how much a region takes part in each mode of the background. */
  readonly loadings: Float64Array;
}

export function brainOf(seed: number, mouse: number, session: string): Brain {
  const ofMouse = randomStream(seed, mouse, "brain");
  const ofSession = randomStream(seed, mouse, session, "brain");
  const mouseGain = ofMouse.logNormal(1, mouseGainSd) * ofSession.logNormal(1, dayDriftSd);
  const latencySeconds = latencySd * ofMouse.normal();
  const gain = Float64Array.from(regions, () => mouseGain * ofMouse.logNormal(1, regionGainSd));
  const direction = (event: TaskEvent): Float64Array =>
    Float64Array.from(
      regions,
      () => privateMouse[event] * ofMouse.normal() + privateSession * ofSession.normal(),
    );
  const [pull, tone, reward, lick] = [
    direction("pull"),
    direction("tone"),
    direction("reward"),
    direction("lick"),
  ];
  const privateDirection = { pull, tone, reward, lick };
  return { gain, privateDirection, latencySeconds, loadings: loadingsOf(seed) };
}

/** The first mode is shaped like the pull response, the others are random and nearly the same on both sides. */
function loadingsOf(seed: number): Float64Array {
  const random = randomStream(seed, "modes");
  const loadings = new Float64Array(modes * regions.length);
  regions.forEach(({ area }, r) => (loadings[r] = area.pull.late / 0.1));
  for (let mode = 1; mode < modes; mode++) {
    for (let a = 0; a < areas.length; a++) {
      const left = random.normal();
      loadings[mode * regions.length + a] = left;
      loadings[mode * regions.length + areas.length + a] = 0.9 * left + 0.1 * random.normal();
    }
  }
  return loadings;
}
