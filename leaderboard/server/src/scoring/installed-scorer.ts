import { predictionsScorer } from "./predictions-scorer.ts";
import type { Scorer } from "./scorer.ts";

/** What this installation's workers score with, and so what its servers take: the one place where a runner is put in. */
export const installedScorer: Scorer = predictionsScorer;
