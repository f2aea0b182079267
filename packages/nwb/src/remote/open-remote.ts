import { BraidynError } from "@braidyn/core";
import { assetBehindUrl } from "../dandi/asset-url.ts";
import { dandiDownloadUrl, findDandiAsset, type DandiAsset } from "../dandi/assets.ts";
import { formatDandiName, isDandiName, parseDandiName } from "../dandi/name.ts";
import { httpSource, type HttpSource } from "./http-source.ts";
import { packStore } from "./pack-store.ts";
import { transportOf, type RemoteOptions } from "./transport.ts";

/** Whether `text` is the address of something on a network rather than of a local file. */
export function isRemote(text: string): boolean {
  return isDandiName(text) || /^https?:/i.test(text);
}

export interface OpenRemoteOptions extends RemoteOptions {
  /** Length of a file behind an address whose server does not tell. */
  readonly sizeBytes?: number;
  /** How much is read at once; 0 where nothing has to be, the size being known. */
  readonly headBytes?: number;
}

/**
 * The bytes of a file on a network: an address, a `dandi:` name with a path, or an asset.
 *
 * @throws BraidynError as `httpSource` and `findDandiAsset` do.
 */
export async function remoteSource(
  source: string | DandiAsset,
  options: OpenRemoteOptions = {},
): Promise<HttpSource> {
  if (typeof source !== "string") return assetSource(source, options);
  if (isDandiName(source)) return assetSource(await findDandiAsset(parseDandiName(source), options), options);
  if (!URL.canParse(source)) {
    throw new BraidynError("NWB_NOT_READABLE", {
      path: source.replace(/\?.*/s, ""),
      reason: "not an address",
    });
  }
  // Mice are called VG1-GC#51, and people paste such names as they are; an address of a file has no fragment.
  const url = new URL(source.replace(/#(?=\d)/g, "%23"));
  url.hash = "";
  if (url.username !== "" || url.password !== "") {
    throw new BraidynError("NWB_NOT_READABLE", {
      path: publicPart(url),
      reason: "a user name in the address",
    });
  }
  const { href } = url;
  const known = assetBehindUrl(href, options).then((asset) => ({
    label: asset?.path,
    sizeBytes: asset?.sizeBytes ?? options.sizeBytes,
  }));
  return httpSource({ url: href, label: publicPart(url), known, ...(await how(options)) });
}

async function assetSource(asset: DandiAsset, options: OpenRemoteOptions): Promise<HttpSource> {
  const { sizeBytes } = asset;
  return httpSource({
    url: dandiDownloadUrl(asset, options),
    label: formatDandiName(asset),
    known: { sizeBytes },
    ...(await how(options)),
  });
}

async function how(options: OpenRemoteOptions) {
  const { signal, headBytes, cache } = options;
  return { transport: transportOf(options), packs: await packStore(cache), signal, headBytes };
}

/** What may be shown of an address: what follows `?` in a presigned one is a key. */
function publicPart({ origin, pathname }: URL): string {
  return origin + pathname;
}
