import { rmdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { BraidynError } from "@braidyn/core";
import { braidynBc } from "../braidyn-bc.ts";
import type { Profile } from "../profile.ts";
import type { RemoteOptions } from "../remote/transport.ts";
import { claimFolder } from "./claim.ts";
import { stateName } from "./destination.ts";
import type { FetchedFile, Taken } from "./manifest.ts";
import type { FetchSource } from "./origin.ts";
import { runFetch } from "./run-fetch.ts";
import { makeFolder } from "./space.ts";
import { canonicalSelection, parseStream, usualStreams, type Selection } from "./streams.ts";

export interface FetchOptions extends RemoteOptions {
  /** Where the files go; made where it is missing. */
  readonly folder: string;
  /** What to take; `dFF`, `sensors` and `trials`, with the regions' masks, by default. */
  readonly selection?: Selection;
  /** Takes whole files instead. */
  readonly whole?: boolean;
  /** Sessions at once; 4 by default. */
  readonly parallel?: number;
  /** Replaces files that were not fetched. */
  readonly force?: boolean;
  /** Plans, and writes nothing. */
  readonly dryRun?: boolean;
  readonly profile?: Profile;
  readonly onProgress?: (progress: FetchProgress) => void;
}

export interface FetchProgress {
  readonly phase: "plan" | "fetch";
  /** Sessions done in this phase, and in all. */
  readonly sessions: number;
  readonly of: number;
  /** Bytes that have come, and that will have when it is done; grows while it is planned. */
  readonly bytes: number;
  readonly plannedBytes: number;
}

/** What became of one session. */
export type FetchOutcome =
  | (FetchedFile & { readonly name: string; readonly state: "fetched" | "kept" })
  | {
      readonly name: string;
      readonly state: "planned";
      /** Bytes that fetching it would ask for. */
      readonly toFetch: number;
      /** Length of the file that it would be. */
      readonly bytes: number;
      readonly lacking: readonly string[];
    }
  | { readonly name: string; readonly state: "failed"; readonly error: BraidynError };

export interface FetchReport {
  /** In the order of the names. */
  readonly sessions: readonly FetchOutcome[];
  /** Bytes that came; in a dry run, that would come. */
  readonly bytes: number;
}

/**
 * Fetches parts of sessions into small local files, each with a record of where it came from in `braidyn-fetch.json`. A
 * session that fails does not stop the others. Fetching again continues where this left off, whatever ended it.
 *
 * ```ts
 * const sessions = await Array.fromAsync(listDandiAssets("001425", null, { glob: "*task-day1_*" }));
 * await fetchSessions(sessions, { folder: "data", selection: { streams: ["dFF", "trials"], masks: false } });
 * ```
 *
 * @throws BraidynError `FETCH_LOCKED`, `FETCH_SPACE`, `FETCH_STREAM`, `FETCH_MANIFEST`, `NWB_WRITE_FAILED`; the reason of
 * `signal`. What fails for one session is in the report.
 */
export async function fetchSessions(
  sources: readonly FetchSource[],
  options: FetchOptions,
): Promise<FetchReport> {
  const folder = resolve(options.folder);
  const profile = options.profile ?? braidynBc;
  const wanted = wantedOf(options, profile);
  const state = join(folder, stateName);
  if (options.dryRun) return runFetch(sources, wanted, { ...options, folder, profile });
  await makeFolder(folder);
  const release = await claimFolder(state, folder);
  try {
    return await runFetch(sources, wanted, { ...options, folder, profile });
  } finally {
    await release();
    await rmdir(state).catch(() => undefined); // unless something there is still needed
  }
}

function wantedOf({ selection, whole = false }: FetchOptions, profile: Profile): Taken {
  if (whole) return { whole };
  const canonical = canonicalSelection(selection ?? { streams: usualStreams, masks: true });
  for (const stream of canonical.streams) parseStream(stream, profile);
  return { whole, ...canonical };
}
