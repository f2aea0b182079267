import { createRandom } from "../../random.ts";
import { groupedScores } from "../grouped-scores.ts";
import { expandedInterval, percentileInterval } from "../interval.ts";
import { DEFAULT_LEVEL, DEFAULT_RESAMPLES, resampledScores } from "../resampling.ts";
import { conditions, type ConditionName, type StudySize } from "./conditions.ts";

export interface CoverageOptions extends StudySize {
  /** Number of simulated studies; 1,000 tell coverage to 0.7 %. */
  readonly studies?: number;
  readonly resamples?: number;
  readonly level?: number;
  readonly seed?: number;
  readonly onStudy?: (done: number) => void;
}

/** How often intervals held what they are to hold. */
export interface Coverage {
  readonly condition: ConditionName;
  readonly truth: number;
  /** Share of studies whose interval held the truth. */
  readonly covered: number;
  /** Standard error of `covered`, from the number of studies. */
  readonly error: number;
  /** What the plain percentile interval of the same resamples would have held. */
  readonly percentileCovered: number;
  /** Mean width of the interval. */
  readonly width: number;
}

/** Simulates studies of one condition and counts in how many the interval of their scores holds the true one. */
export async function measureCoverage(condition: ConditionName, options: CoverageOptions): Promise<Coverage> {
  const { studies = 1000, resamples = DEFAULT_RESAMPLES, level = DEFAULT_LEVEL, seed = 0 } = options;
  const { truth, draw } = conditions[condition];
  const random = createRandom(`coverage/${condition}/${seed}`);
  const holds = ({ low, high }: { low: number; high: number }) => Number(low <= truth && truth <= high);
  let [covered, percentile, width] = [0, 0, 0];
  for (let study = 0; study < studies; study++) {
    const sorted = resampledScores(groupedScores(draw(random, options)), { seed: study, resamples });
    const interval = expandedInterval(sorted, options.subjects, level);
    covered += holds(interval);
    percentile += holds(percentileInterval(sorted, level));
    width += interval.high - interval.low;
    if (study % 50 === 49) await breathe();
    options.onStudy?.(study + 1);
  }
  const share = covered / studies;
  const error = Math.sqrt((share * (1 - share)) / studies);
  const percentileCovered = percentile / studies;
  return { condition, truth, covered: share, error, percentileCovered, width: width / studies };
}

/** Lets a page or a progress bar be drawn, and an interruption be heard. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
