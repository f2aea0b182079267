/**
 * Tidy tables over BraiDyn-BC sessions, windows around events, and their export.
 *
 * ```ts
 * import { openSession } from "@braidyn/nwb";
 * import { align, onsets, peth, pethTable, toCsv } from "@braidyn/tables";
 *
 * const session = await openSession("VG1GC-105_2024-02-02_task-day8.nwb");
 * const lever = await session.sensor("state_lever");
 * const pulls = Array.from(onsets(lever.data), (frame) => lever.time[frame]);
 * const windows = align(await session.dff(), pulls, { beforeSeconds: 0.5, afterSeconds: 1 });
 * console.log(toCsv(pethTable(peth(windows), session)));
 * ```
 */
export { trials, type TrialsOptions } from "./trials.ts";
export { regions, type RegionsOptions } from "./regions.ts";
export { keypoints, type KeypointsOptions } from "./keypoints.ts";
export { sensors, type SensorsOptions } from "./sensors.ts";
export { pupil, type PupilOptions } from "./pupil.ts";
export { masks, type MasksOptions } from "./masks.ts";
export { concat } from "./concat.ts";
export { sessionColumns } from "./session-table.ts";
export { categories, type Category, type CategoryColumn } from "./categories.ts";

export { onsets, type OnsetOptions } from "./onsets.ts";
export { align, alignFrames, type Alignable, type AlignOptions } from "./align.ts";
export { type SecondsRange, type Windows } from "./windows.ts";
export { peth, type Peth, type PethOptions } from "./peth.ts";
export { features, type FeatureOptions, type Features } from "./features.ts";
export { bin, type BinOptions } from "./bin.ts";
export { featuresTable, pethTable, windowsTable } from "./window-tables.ts";

export { csvChunks, toCsv } from "./export/to-csv.ts";
export { jsonChunks, toJson } from "./export/to-json.ts";
export { toParquet } from "./export/to-parquet.ts";
export { toArrow, type ArrowOptions } from "./export/to-arrow.ts";
export { npyType, toNpy, writeNpyHeader, type NpyType } from "./npy.ts";
