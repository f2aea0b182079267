import type { RemoteOptions } from "../remote/transport.ts";
import { wrong } from "./answer.ts";
import { assetPath, type DandiAsset } from "./assets.ts";
import { apiAddress, askApi } from "./request.ts";

/** What the archive says of an asset's content. */
export interface DandiAssetMetadata {
  readonly path: string;
  /** Length in bytes. */
  readonly sizeBytes: number;
  /** Addresses of the content, the API's and S3's. */
  readonly contentUrls: readonly string[];
  /** 64 hexadecimal digits; null until the archive has computed it. */
  readonly sha256: string | null;
  /** What S3 answers as ETag, without quotes; null where it is not known. */
  readonly dandiEtag: string | null;
}

/**
 * Size, addresses and digests of an asset.
 *
 * @throws BraidynError `DANDI_NOT_FOUND`, `DANDI_ANSWER`, `NWB_UNREACHABLE`, `NWB_DENIED`.
 */
export async function dandiAssetMetadata(
  { assetId }: Pick<DandiAsset, "assetId">,
  options: RemoteOptions = {},
): Promise<DandiAssetMetadata> {
  const url = apiAddress(options, ["assets", assetId]);
  const answer = await askApi(url, `asset ${assetId}`, options);
  const digest = answer.objectOrNull("digest");
  const sha256 = digest?.textOrNull("dandi:sha2-256")?.toLowerCase() ?? null;
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) throw wrong(url, "a SHA-256 that is none");
  return {
    path: assetPath(url, answer.text("path")),
    sizeBytes: answer.count("contentSize"),
    contentUrls: answer.texts("contentUrl"),
    sha256,
    dandiEtag: digest?.textOrNull("dandi:dandi-etag") ?? null,
  };
}
