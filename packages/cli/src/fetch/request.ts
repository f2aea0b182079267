import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BraidynError, parseSessionName, sessionKey, type SessionId } from "@braidyn/core";
import type { ChallengeDefinition } from "@braidyn/harness";
import type { DandiAsset, RemoteOptions } from "@braidyn/nwb";
import type { FetchSource } from "@braidyn/nwb/fetch";
import { folderOrId } from "../challenge/find-folder.ts";
import { findSessionFiles } from "../session-files.ts";
import { dandiSessions } from "../sessions/find.ts";
import { wantedBy, type Criteria, type Wanted } from "../sessions/wanted.ts";
import type { Shell } from "../shell.ts";

/** What is to be fetched. */
export interface FetchRequest {
  readonly sources: readonly FetchSource[];
  /** What a challenge reads of a session; null for sessions named one by one. */
  readonly streams: readonly string[] | null;
}

interface RequestOptions extends Criteria {
  readonly version: string | undefined;
}

/**
 * Understands what `braidyn fetch` was told to fetch: a challenge, of which it takes the sessions that its split names, or
 * sessions.
 *
 * @throws BraidynError `CHALLENGE_*`, `FETCH_NOTHING`, `COMMAND_NOT_FOUND`, `COMMAND_NO_SESSIONS`, and as
 * `listDandiAssets`.
 */
export async function readRequest(
  what: readonly string[],
  options: RequestOptions,
  shell: Shell,
  remote: RemoteOptions,
): Promise<FetchRequest> {
  const wanted = await wantedBy(options);
  const [first = ""] = what;
  const definition = what.length === 1 ? await challengeOf(first, shell) : null;
  if (definition === null) {
    return { sources: await sessionsOf(what, options.version, wanted, shell, remote), streams: null };
  }
  const { dandiset, version = null } = definition.data;
  const source = dandiName(dandiset, options.version ?? version);
  const inChallenge = await inChallengeOf(definition);
  const all = await dandiSessions(source, remote);
  const chosen = all.filter((asset) => isChosen(asset.path, (id) => inChallenge(id) && wanted(id)));
  refuseNothing(chosen, all.length, source);
  return { sources: chosen, streams: definition.data.reads ?? null };
}

/** The definition of a challenge, its code not loaded; null for what names none. */
async function challengeOf(given: string, shell: Shell): Promise<ChallengeDefinition | null> {
  const folder = folderOrId(given, shell);
  const path = join(folder, "challenge.yaml");
  if (existsSync(path)) {
    const { parseChallenge } = await import("@braidyn/harness");
    return parseChallenge(await readFile(path, "utf8"), path);
  }
  if (!/^[a-z][a-z0-9-]*$/.test(given)) return null;
  const { listChallenges } = await import("@braidyn/challenges");
  const catalogue = await listChallenges();
  const found = catalogue.find(({ id }) => id === given);
  if (found !== undefined) return found.definition;
  if (existsSync(folder)) return null; // a folder of sessions
  throw new BraidynError("CHALLENGE_UNKNOWN", {
    name: given,
    known: catalogue.map(({ id }) => id).join(", "),
  });
}

/** Whether a session's type and day are the challenge's, and its split has a place for it. */
async function inChallengeOf({ data, split }: ChallengeDefinition): Promise<(id: SessionId) => boolean> {
  const { createSplit } = await import("@braidyn/harness");
  const groupOf = createSplit(split);
  const { type, days } = data.sessions;
  return (id) =>
    id.type === type &&
    (days === undefined || (id.day >= days.from && id.day <= days.to)) &&
    groupOf({ ...id, session: sessionKey(id) }) !== null;
}

async function sessionsOf(
  what: readonly string[],
  version: string | undefined,
  wanted: Wanted,
  shell: Shell,
  remote: RemoteOptions,
): Promise<FetchSource[]> {
  const { isDandiName, isRemote, parseDandiName } = await import("@braidyn/nwb");
  const sources: FetchSource[] = [];
  for (const source of what) {
    if (!isRemote(source)) {
      const files = await findSessionFiles([source], shell);
      sources.push(...files.filter((file) => files.length === 1 || isChosen(file, wanted)));
    } else if (!isDandiName(source)) {
      sources.push(source);
    } else {
      const { dandiset, version: named, path } = parseDandiName(source);
      const assets = await dandiSessions(dandiName(dandiset, named ?? version ?? null, path), remote);
      const chosen = assets.filter((asset: DandiAsset) => isChosen(asset.path, wanted));
      refuseNothing(chosen, assets.length, source);
      sources.push(...chosen);
    }
  }
  return sources;
}

function dandiName(dandiset: string, version: string | null, path: string | null = null): string {
  return `dandi:${dandiset}${version === null ? "" : `@${version}`}${path === null ? "" : `/${path}`}`;
}

/** Files whose names tell no session are chosen only where nothing is chosen by. */
function isChosen(path: string, wanted: (id: SessionId) => boolean): boolean {
  let id: SessionId;
  try {
    id = parseSessionName(path);
  } catch {
    return false;
  }
  return wanted(id);
}

function refuseNothing(chosen: readonly unknown[], found: number, source: string): void {
  if (chosen.length === 0) throw new BraidynError("FETCH_NOTHING", { source, found });
}
