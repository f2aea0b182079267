/**
 * The challenge catalogue. A challenge is a folder with a `challenge.yaml`, a `challenge.ts` and baselines; it is found by
 * being there, no list is edited.
 *
 * ```ts
 * import { loadChallenge } from "@braidyn/challenges";
 *
 * const { definition, baselines } = await loadChallenge("lever-pull");
 * console.log(definition.title.en, Object.keys(baselines));
 * ```
 */
export { catalogueFolders } from "./catalogue.ts";
export { copyChallenge, type CopyOptions } from "./copy.ts";
export { listChallenges, type ListedChallenge } from "./list.ts";
export { loadChallenge } from "./load.ts";
export { baselineLevels, type BaselineLevel } from "./baseline-level.ts";
