/**
 * Builds and opens bundles in a folder; needs Node.
 *
 * ```ts
 * import { buildBundle, openBundle } from "@braidyn/harness/build";
 *
 * await buildBundle({ challenge, sessions: { paths }, outDir: "lever-pull" });
 * const bundle = await openBundle("lever-pull");
 * ```
 */
import { directoryFiles } from "./bundle/build/directory-files.ts";
import { openBundleFiles, type Bundle } from "./bundle/open.ts";

export { buildBundle } from "./bundle/build/build-bundle.ts";
export type { BuildOptions, BuiltBundle } from "./bundle/build/build-bundle.ts";
export type { BuildProgress, Sessions, SessionSource } from "./bundle/build/collect.ts";
export { partsFolder } from "./bundle/build/folder.ts";
export { verifyBundle, type VerifiedBundle } from "./bundle/build/verify-bundle.ts";
export { findDefinitionLeaks, findLeaks, type LeakOptions, type LeakReport } from "./leak/find-leaks.ts";
export { findingText, type LeakFinding, type LeakSeverity } from "./leak/finding.ts";
export type { ProbeKind, ProbeResult } from "./leak/shortcut-probes.ts";
export { directoryFiles } from "./bundle/build/directory-files.ts";
export { openKeyFile, publicKeyOf, type KeyFile } from "./receipt/node/key-file.ts";
export { readPredictionsFile, submissionDigest, type PredictionsFile } from "./submission/read-file.ts";
export { openSubmission, type OpenedFile } from "./submission/open-file.ts";
export { readYaml, type ValuePath, type YamlText } from "./challenge/yaml-lines.ts";
export { checkExamples } from "./bundle/check-examples.ts";

/**
 * Opens a bundle's folder; the test truth is there only when its private half is.
 *
 * @throws BraidynError as `openBundleFiles` does.
 */
export async function openBundle(folder: string): Promise<Bundle> {
  return openBundleFiles(directoryFiles(folder));
}
