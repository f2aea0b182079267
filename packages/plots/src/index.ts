/**
 * Plots of sessions and scores as vega-lite specifications: pure functions of arrays and tables, in Node and in a browser.
 * `@braidyn/plots/render` draws them.
 *
 * ```ts
 * import { learningCurvePlot, learningDays } from "@braidyn/plots";
 * import { render } from "@braidyn/plots/render";
 *
 * const spec = learningCurvePlot(learningDays(trialsOfManySessions), { language: "ja" });
 * const svg = await render(spec, "svg");
 * ```
 */
export type { Animation, PlotOptions, PlotSpec, SpecPart } from "./spec.ts";
export { learningDays, type LearningDay } from "./learning-days.ts";
export { learningCurvePlot } from "./kinds/learning-curve.ts";
