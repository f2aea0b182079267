import { isBraidynError } from "@braidyn/core";
import { dandiApiUrl, type RemoteOptions } from "../remote/transport.ts";
import { dandiAssetMetadata } from "./metadata.ts";

/** The file that an address of the DANDI API gives out: `.../assets/ID/download/`; null for any other address. */
export async function assetBehindUrl(
  url: string,
  options: RemoteOptions,
): Promise<{ readonly path: string; readonly sizeBytes: number } | null> {
  const api = dandiApiUrl(options);
  if (!url.startsWith(`${api}/`)) return null;
  const assetId =
    /^\/(?:dandisets\/[^/]+\/versions\/[^/]+\/)?assets\/([\w-]{1,64})\/download\/?(?:[?#]|$)/.exec(
      url.slice(api.length),
    )?.[1];
  if (assetId === undefined) return null;
  try {
    return await dandiAssetMetadata({ assetId }, options);
  } catch (error) {
    // The bytes may be there all the same; without a name, and with a size that their server has to tell.
    if (isBraidynError(error, "DANDI_NOT_FOUND") || isBraidynError(error, "DANDI_ANSWER")) return null;
    throw error;
  }
}
