/**
 * Fetches just the wanted parts of sessions into small local files. Node only.
 *
 * ```ts
 * import { listDandiAssets } from "@braidyn/nwb";
 * import { fetchSessions } from "@braidyn/nwb/fetch";
 *
 * const wanted = [];
 * for await (const asset of listDandiAssets("001425", null, { glob: "*task-day1_*" })) wanted.push(asset);
 * await fetchSessions(wanted, { folder: "data", selection: { streams: ["dFF", "trials"], masks: true } });
 * ```
 */
export {
  fetchSessions,
  type FetchOptions,
  type FetchOutcome,
  type FetchProgress,
  type FetchReport,
} from "./fetch/fetch-sessions.ts";
export {
  manifestName,
  readManifest,
  type FetchedFile,
  type FetchManifest,
  type Taken,
} from "./fetch/manifest.ts";
export type { FetchSource, Provenance } from "./fetch/origin.ts";
export { fileSource } from "./hdf5/file-source.ts";
export { reduceSession } from "./fetch/reduce-session.ts";
export { parseStream, usualStreams, type Selection, type Stream } from "./fetch/streams.ts";
