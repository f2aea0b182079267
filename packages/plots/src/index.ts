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

export { boardProgressPlot, type BoardProgressOptions, type Submission } from "./kinds/board-progress.ts";
export { calibrationPlot, type CalibrationEntry } from "./kinds/calibration.ts";
export { cortexMapPlot, type CortexMapOptions, type RegionValues } from "./kinds/cortex-map.ts";
export { heatmapPlot, type RegionData } from "./kinds/heatmap.ts";
export { keypointsPlot, type KeypointOptions, type KeypointTrack } from "./kinds/keypoints.ts";
export { learningCurvePlot } from "./kinds/learning-curve.ts";
export { mouseDotsPlot, type MouseDotsOptions, type ScoredEntry } from "./kinds/mouse-dots.ts";
export { pethPlot, type PethGroup, type PethPlotOptions } from "./kinds/peth.ts";
export { groupName, rasterPlot, type RasterOptions, type RasterTrial } from "./kinds/raster.ts";
export { rocPlot, type Curve, type RocEntry } from "./kinds/roc.ts";
export { stripPlot, type EventRow, type Span, type StripData } from "./kinds/strip.ts";

export { calibrationBins, type CalibrationBin } from "./calibration-bins.ts";
export { learningDays, type LearningDay } from "./learning-days.ts";

export { meanValues, movingValues, type CortexOptions } from "./session/read-cortex.ts";
export { chooseRegions, onlyRegions } from "./session/choose-regions.ts";
export { eventNames, readEvents, type EventName, type SessionEvents } from "./session/events.ts";
export { readKeypoints, type ReadKeypointsOptions } from "./session/read-keypoints.ts";
export { readRaster, type ReadRasterOptions } from "./session/read-raster.ts";
export { readStrip, type ReadStrip, type ReadStripOptions } from "./session/read-strip.ts";
export { poolWindows, readWindows, type WindowGroup, type WindowOptions } from "./session/read-windows.ts";

export { categorical, diverging, outcomeColors, sequential } from "./theme.ts";
