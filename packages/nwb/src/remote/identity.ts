import { BraidynError } from "@braidyn/core";

/** A server's own names of a version of a file; null where it gives none, or hides it. */
export interface Version {
  /** As the server wrote it, quotes and all. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What tells two versions of a file apart. */
export interface Identity extends Version {
  /** Length in bytes. */
  readonly size: number;
}

/** Holds answers about one file to the version that was opened. */
export interface IdentityCheck {
  readonly identity: Identity;
  /** @throws BraidynError `NWB_CHANGED` where `response` is of another version, or of a file of another length. */
  check(response: Response): void;
}

export function identityCheck(label: string, { size, ...opened }: Identity): IdentityCheck {
  let known: Version = opened;
  const changed = (what: string) => new BraidynError("NWB_CHANGED", { path: label, what });
  return {
    get identity() {
      return { size, ...known };
    },
    check(response) {
      const found = versionOf(response);
      const difference = differenceOf(known, found);
      if (difference !== null) throw changed(difference);
      known = { etag: known.etag ?? found.etag, lastModified: known.lastModified ?? found.lastModified };
      const total = contentRange(response)?.total ?? size;
      if (total !== size) throw changed(`${size} -> ${total} bytes`);
    },
  };
}

/** How two versions differ; null where they are the same as far as one can see. Dates count only without ETags. */
function differenceOf(known: Version, found: Version): string | null {
  const key = known.etag !== null && found.etag !== null ? "etag" : "lastModified";
  const [before, now] = [known[key], found[key]];
  if (before === null || now === null || strong(before) === strong(now)) return null;
  return `${before} -> ${now}`;
}

/** A proxy that compresses nothing may still call an ETag weak. */
function strong(version: string): string {
  return version.replace(/^W\//, "");
}

/** The version that an answer is of, where its headers say. S3 shows only the ETag to other origins. */
export function versionOf(response: Response): Version {
  return { etag: response.headers.get("etag"), lastModified: response.headers.get("last-modified") };
}

/** `Content-Range`, where it is there and visible. */
export function contentRange(
  response: Response,
): { readonly from: number; readonly to: number; readonly total: number | null } | null {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(response.headers.get("content-range")?.trim() ?? "");
  if (match === null) return null;
  const total = match[3] === "*" ? null : Number(match[3]);
  return { from: Number(match[1]), to: Number(match[2]), total };
}
