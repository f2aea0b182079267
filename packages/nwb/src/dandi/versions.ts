import type { RemoteOptions } from "../remote/transport.ts";
import { wrong, type Answer } from "./answer.ts";
import { pages } from "./pages.ts";
import { apiAddress, askApi } from "./request.ts";

/** A version of a dandiset. */
export interface DandiVersion {
  /** `draft`, or a published one such as `0.250331.1234`. */
  readonly version: string;
  readonly name: string;
  readonly assetCount: number;
  /** Bytes of all its assets. */
  readonly sizeBytes: number;
}

/**
 * Every version of a dandiset, as the archive orders them.
 *
 * @throws BraidynError `DANDI_NOT_FOUND`, `DANDI_ANSWER`, `NWB_UNREACHABLE`, `NWB_DENIED`.
 */
export async function listDandiVersions(
  dandiset: string,
  options: RemoteOptions = {},
): Promise<DandiVersion[]> {
  const versions: DandiVersion[] = [];
  const first = apiAddress(options, ["dandisets", dandiset, "versions"], { page_size: "1000" });
  for await (const answer of pages(first, `dandiset ${dandiset}`, options)) versions.push(versionOf(answer));
  return versions;
}

function versionOf(answer: Answer): DandiVersion {
  return {
    version: answer.text("version"),
    name: answer.text("name"),
    assetCount: answer.count("asset_count"),
    sizeBytes: answer.count("size"),
  };
}

/** The newest published version of a dandiset, else its draft. */
export async function currentDandiVersion(dandiset: string, options: RemoteOptions = {}): Promise<string> {
  const url = apiAddress(options, ["dandisets", dandiset]);
  const answer = await askApi(url, `dandiset ${dandiset}`, options);
  const newest = answer.objectOrNull("most_recent_published_version") ?? answer.objectOrNull("draft_version");
  const version = newest?.text("version") ?? "draft";
  if (!/^[\w.-]{1,64}$/.test(version)) throw wrong(url, `a version called "${version.slice(0, 40)}"`);
  return version;
}
