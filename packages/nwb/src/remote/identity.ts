import { BraidynError } from "@braidyn/core";

/** What tells two versions of a file apart. */
export interface Identity {
  /** Length in bytes. */
  readonly size: number;
  /** The server's own name of the version (`ETag`, else `Last-Modified`); null until it was seen, or where there is none. */
  readonly version: string | null;
}

/** Holds answers about one file to the version that was opened. */
export interface IdentityCheck {
  readonly identity: Identity;
  /** @throws BraidynError `NWB_CHANGED` where `response` is of another version, or of a file of another length. */
  check(response: Response): void;
}

export function identityCheck(label: string, size: number, version: string | null): IdentityCheck {
  let known = version;
  const changed = (what: string) => new BraidynError("NWB_CHANGED", { path: label, what });
  return {
    get identity() {
      return { size, version: known };
    },
    check(response) {
      const found = versionOf(response);
      if (found !== null && known !== null && found !== known) throw changed(`${known} -> ${found}`);
      known ??= found;
      const total = contentRange(response)?.total ?? size;
      if (total !== size) throw changed(`${size} -> ${total} bytes`);
    },
  };
}

/** The version that an answer is of, where its headers say. S3 shows only the ETag to other origins. */
export function versionOf(response: Response): string | null {
  const etag = response.headers.get("etag")?.replace(/^W\//, "");
  return etag ?? response.headers.get("last-modified");
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
