import { BraidynError } from "@braidyn/core";
import type { DandiAsset, RemoteOptions } from "@braidyn/nwb";
import { findSessionFiles } from "../session-files.ts";
import type { Shell } from "../shell.ts";

/** Where a session is. */
export interface SessionPlace {
  /** A path, an address, or a `dandi:` name. */
  readonly path: string;
  /** Length of the file where an archive has told it; null for what has to be opened. */
  readonly bytes: number | null;
}

/**
 * Sessions among what was named: files, those in folders, addresses, and those of dandisets.
 *
 * @throws BraidynError `COMMAND_NOT_FOUND`, `COMMAND_NO_SESSIONS`, and as `listDandiAssets`.
 */
export async function findSessions(
  sources: readonly string[],
  shell: Shell,
  remote: RemoteOptions,
): Promise<SessionPlace[]> {
  const { formatDandiName, isDandiName, isRemote } = await import("@braidyn/nwb");
  const local = sources.filter((source) => !isRemote(source));
  const files = local.length === 0 ? [] : await findSessionFiles(local, shell);
  const found: SessionPlace[] = files.map((path) => ({ path, bytes: null }));
  for (const source of sources.filter(isRemote)) {
    if (!isDandiName(source)) {
      found.push({ path: source, bytes: null });
      continue;
    }
    const assets = await dandiSessions(source, remote);
    found.push(...assets.map((asset) => ({ path: formatDandiName(asset), bytes: asset.sizeBytes })));
  }
  return found;
}

/**
 * Session files of a dandiset, or the one that a name with a path means.
 *
 * @throws BraidynError `COMMAND_NO_SESSIONS`, and as `listDandiAssets`.
 */
export async function dandiSessions(source: string, remote: RemoteOptions): Promise<DandiAsset[]> {
  const { findDandiAsset, listDandiAssets, parseDandiName } = await import("@braidyn/nwb");
  const name = parseDandiName(source);
  if (name.path !== null && /\.nwb$/i.test(name.path)) return [await findDandiAsset(name, remote)];
  const assets: DandiAsset[] = [];
  const filter = name.path === null ? {} : { path: name.path };
  for await (const asset of listDandiAssets(name.dandiset, name.version, filter, remote)) {
    if (/\.nwb$/i.test(asset.path)) assets.push(asset);
  }
  if (assets.length > 0) return assets;
  throw new BraidynError("COMMAND_NO_SESSIONS", { path: source });
}
