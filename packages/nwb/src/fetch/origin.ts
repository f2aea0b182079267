import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { BraidynError } from "@braidyn/core";
import type { DandiAsset } from "../dandi/assets.ts";
import { findDandiAsset } from "../dandi/assets.ts";
import { dandiAssetMetadata } from "../dandi/metadata.ts";
import { formatDandiName, isDandiName, parseDandiName } from "../dandi/name.ts";
import { fileSource } from "../hdf5/file-source.ts";
import type { ByteSource } from "../hdf5/source.ts";
import { isRemote, remoteSource } from "../remote/open-remote.ts";
import type { RemoteOptions } from "../remote/transport.ts";

/** Where a fetched file came from: enough to have it again, and to tell whether it is still the same. */
export type Provenance =
  | {
      readonly kind: "dandi";
      readonly dandiset: string;
      readonly version: string;
      readonly assetId: string;
      readonly path: string;
      readonly sizeBytes: number;
      readonly sha256: string | null;
      readonly etag: string | null;
    }
  | {
      readonly kind: "url";
      /** Without what follows `?`, which may be a key. */
      readonly url: string;
      readonly sizeBytes: number;
      readonly etag: string | null;
    }
  | { readonly kind: "file"; readonly path: string; readonly sizeBytes: number; readonly modified: string };

/** A session that was found where it is kept. */
export interface Origin {
  readonly label: string;
  readonly provenance: Provenance;
  /** Length in bytes. */
  readonly size: number;
  /** SHA-256 of the whole file, where its keeper tells it. */
  readonly sha256: string | null;
  /** Opened once, however often it is asked for. */
  open(): Promise<ByteSource>;
  close(): void;
}

/** What can be fetched: an asset, a `dandi:` name with a path, an address, or a local path. */
export type FetchSource = DandiAsset | string;

/** The name that a fetched file gets: for an asset its path in the dandiset, else the last part of the address. */
export function fileNameOf(source: FetchSource): string {
  if (typeof source !== "string") return source.path;
  if (isDandiName(source)) return parseDandiName(source).path ?? source;
  if (!isRemote(source)) return basename(source);
  const { pathname } = new URL(source.replace(/#(?=\d)/g, "%23"));
  const last = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/**
 * Asks for what tells this version of a file from others.
 *
 * @throws BraidynError as `remoteSource`.
 */
export async function findOrigin(source: FetchSource, options: RemoteOptions): Promise<Origin> {
  if (typeof source !== "string") return assetOrigin(source, options);
  if (isDandiName(source)) {
    return assetOrigin(await findDandiAsset(parseDandiName(source), options), options);
  }
  return isRemote(source) ? urlOrigin(source, options) : fileOrigin(source);
}

async function assetOrigin(asset: DandiAsset, options: RemoteOptions): Promise<Origin> {
  const { sha256, dandiEtag, sizeBytes } = await dandiAssetMetadata(asset, options);
  const label = formatDandiName(asset);
  if (sizeBytes !== asset.sizeBytes) {
    throw new BraidynError("NWB_CHANGED", { path: label, what: `${asset.sizeBytes} -> ${sizeBytes} bytes` });
  }
  const { dandiset, version, assetId, path } = asset;
  const named = { dandiset, version, assetId, path, sizeBytes, sha256, etag: dandiEtag };
  return {
    label,
    size: sizeBytes,
    provenance: { kind: "dandi", ...named },
    sha256,
    ...openedOnce(() => remoteSource(asset, { ...options, cache: false, headBytes: 0 })),
  };
}

/** Enough to learn a file's length and version. */
const headBytes = 1024;

async function urlOrigin(url: string, options: RemoteOptions): Promise<Origin> {
  const source = await remoteSource(url, { ...options, cache: false, headBytes });
  const { size: sizeBytes, etag, lastModified } = source.identity;
  return {
    label: source.label,
    size: sizeBytes,
    provenance: { kind: "url", url: url.replace(/\?.*$/s, ""), sizeBytes, etag: etag ?? lastModified },
    sha256: null,
    open: async () => source,
    close: () => source.close(),
  };
}

async function fileOrigin(path: string): Promise<Origin> {
  const source = fileSource(path); // says what is wrong with the path
  source.close();
  const { size: sizeBytes, mtime } = await stat(path);
  return {
    label: path,
    size: sizeBytes,
    provenance: { kind: "file", path, sizeBytes, modified: mtime.toISOString() },
    sha256: null,
    ...openedOnce(async () => fileSource(path)),
  };
}

function openedOnce(open: () => Promise<ByteSource>): Pick<Origin, "open" | "close"> {
  let opened: Promise<ByteSource> | undefined;
  return {
    open: () => (opened ??= open()),
    close: () => void opened?.then((source) => source.close()).catch(() => undefined),
  };
}
