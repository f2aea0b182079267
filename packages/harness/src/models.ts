/**
 * Linear baselines, fitted in the browser or in Node: ridge and logistic regression on standardised features.
 *
 * ```ts
 * import { fitLogistic } from "@braidyn/harness/models";
 *
 * const model = fitLogistic({ data, rows: 4, columns: 1 }, [0, 0, 1, 1], { lambda: 1 });
 * model.predict({ data: test, rows: 2, columns: 1 }); // probabilities of class 1
 * ```
 */
export type { FeatureMatrix } from "./models/feature-matrix.ts";
export type { LinearModel } from "./models/linear-model.ts";
export { fitLogistic } from "./models/logistic.ts";
export { fitRidge } from "./models/ridge.ts";
export type { FitOptions } from "./models/training.ts";
