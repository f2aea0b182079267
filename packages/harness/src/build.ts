/**
 * Builds and opens bundles in a folder; needs Node.
 *
 * ```ts
 * import { buildBundle, openBundle } from "@braidyn/harness/build";
 *
 * await buildBundle({ challenge, sessions: { paths, open: openSession }, outDir: "lever-pull" });
 * const bundle = await openBundle("lever-pull");
 * ```
 */
import { directoryFiles } from "./bundle/build/directory-files.ts";
import { openBundleFiles, type Bundle } from "./bundle/open.ts";

export { buildBundle } from "./bundle/build/build-bundle.ts";
export type { BuildOptions, BuiltBundle, SessionSource } from "./bundle/build/build-bundle.ts";
export type { BuildProgress } from "./bundle/build/collect.ts";
export { checkExamples } from "./bundle/check-examples.ts";
export { readPredictionsFile, type PredictionsFile } from "./submission/read-file.ts";

/**
 * Opens a bundle's folder; the test truth is there only when its private half is.
 *
 * @throws BraidynError as `openBundleFiles` does.
 */
export async function openBundle(folder: string): Promise<Bundle> {
  return openBundleFiles(directoryFiles(folder));
}
