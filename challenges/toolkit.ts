/**
 * Pieces for `challenge.ts` and baselines: rows cut around events, and features for linear models.
 *
 * ```ts
 * import { canonicalRegions, cutRows, usableFrames } from "@braidyn/challenges/toolkit";
 *
 * const dff = canonicalRegions(await session.dff());
 * const window = { fromFrames: -15, toFrames: 30 };
 * const rows = cutRows(dff, usableFrames(dff, [600, 900], window), window);
 * ```
 */
export { baselineLevels, type BaselineLevel } from "./baseline-level.ts";
export { canonicalRegions } from "./toolkit/canonical-regions.ts";
export { columnsOf, regionOrder } from "./toolkit/region-order.ts";
export { quietFrames, type QuietOptions } from "./toolkit/quiet-frames.ts";
export { cutRows, usableFrames, type RowWindow } from "./toolkit/row-windows.ts";
export { pickBalanced, type PickedFrame } from "./toolkit/pick-balanced.ts";
export { isOn, readSignals, taskSignals, type TaskSignal } from "./toolkit/read-signals.ts";
export { trialFrames, type TrialFrames } from "./toolkit/trial-frames.ts";
export { bodyMoments, type BodyMomentsOptions } from "./toolkit/body-moments.ts";
export { meanOverFrames } from "./toolkit/mean-over-frames.ts";
export { binnedCourse, centredBySubject, meanOfColumns, meanOfSides, stepAt } from "./toolkit/features.ts";
export { meanTruth, predictColumns } from "./toolkit/predict-columns.ts";
