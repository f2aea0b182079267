import { BraidynError } from "@braidyn/core";

/** What a `dandi:` name says: a dandiset, perhaps a version of it, perhaps a file in that. */
export interface DandiName {
  /** Six digits, `001425`. */
  readonly dandiset: string;
  /** `draft` or a published one, `0.250331.1234`; null for the newest published one. */
  readonly version: string | null;
  /** As the archive lists it, `sub-VG1-GC#51/sub-VG1-GC#51_ses-...nwb`; null for the whole dandiset. */
  readonly path: string | null;
}

const pattern = /^dandi:(?:\/\/dandi\/)?(\d{6})(?:@([\w.-]{1,64}))?(?:\/(.*))?$/is;

/** Whether `text` is meant as a `dandi:` name. */
export function isDandiName(text: string): boolean {
  return /^dandi:/i.test(text);
}

/**
 * Parses `dandi:001425`, `dandi:001425@0.250331.1234`, `dandi:001425@draft/sub-VG1-GC%2351/NAME.nwb`. `#` and `+` in the
 * path may be written as they are or as `%23` and `%2B`.
 *
 * @throws BraidynError `DANDI_NAME`
 */
export function parseDandiName(name: string): DandiName {
  const [match, dandiset = "", version, path = ""] = pattern.exec(name.trim()) ?? [];
  if (match === undefined) throw new BraidynError("DANDI_NAME", { name });
  return { dandiset, version: version ?? null, path: path === "" ? null : decoded(path) };
}

/** The name of a file of a dandiset, as people read it. */
export function formatDandiName({ dandiset, version, path }: DandiName): string {
  return `dandi:${dandiset}${version === null ? "" : `@${version}`}${path === null ? "" : `/${path}`}`;
}

/** A `%` that encodes nothing stands for itself. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
