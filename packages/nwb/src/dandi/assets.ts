import { BraidynError } from "@braidyn/core";
import type { RemoteOptions } from "../remote/transport.ts";
import { wrong, type Answer } from "./answer.ts";
import { formatDandiName, type DandiName } from "./name.ts";
import { pages } from "./pages.ts";
import { apiAddress } from "./request.ts";
import { currentDandiVersion } from "./versions.ts";

/** One file of a version of a dandiset. */
export interface DandiAsset {
  readonly dandiset: string;
  readonly version: string;
  readonly assetId: string;
  /** `sub-VG1-GC#51/sub-VG1-GC#51_ses-2023-06-29-task-day11_widefield+behavior.nwb`. */
  readonly path: string;
  /** Length in bytes. */
  readonly sizeBytes: number;
}

/** Which assets to list: those whose path starts with `path`, or that match `glob` (`*task-day11*.nwb`). */
export interface AssetFilter {
  readonly path?: string;
  readonly glob?: string;
}

/**
 * Lists the assets of a version of a dandiset, a page at a time while they are taken.
 *
 * ```ts
 * for await (const asset of listDandiAssets("001425", "draft", { glob: "*task-day1_*" })) console.log(asset.path);
 * ```
 *
 * @param version by default the newest published one, else the draft.
 * @throws BraidynError `DANDI_NOT_FOUND`, `DANDI_ANSWER`, `NWB_UNREACHABLE`, `NWB_DENIED`.
 */
export async function* listDandiAssets(
  dandiset: string,
  version: string | null = null,
  filter: AssetFilter = {},
  options: RemoteOptions = {},
): AsyncGenerator<DandiAsset> {
  const chosen = version ?? (await currentDandiVersion(dandiset, options));
  const segments = ["dandisets", dandiset, "versions", chosen, "assets"];
  const first = apiAddress(options, segments, { path: filter.path, glob: filter.glob, page_size: "1000" });
  for await (const answer of pages(first, `version ${chosen} of dandiset ${dandiset}`, options)) {
    yield { dandiset, version: chosen, ...assetFields(first, answer) };
  }
}

function assetFields(url: string, answer: Answer): Pick<DandiAsset, "assetId" | "path" | "sizeBytes"> {
  const assetId = answer.text("asset_id");
  if (!/^[\w-]{1,64}$/.test(assetId)) throw wrong(url, "an asset_id that is none");
  return { assetId, path: assetPath(url, answer.text("path")), sizeBytes: answer.count("size") };
}

/** Paths become file names: one that leads out of its folder is refused. */
export function assetPath(url: string, path: string): string {
  const sound = path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (!sound || /[\\\p{Cc}]/u.test(path)) throw wrong(url, `the path "${path.slice(0, 80)}"`);
  return path;
}

/**
 * The one asset that a name with a path means.
 *
 * @throws BraidynError `DANDI_NAME` for a name without a path; `DANDI_NOT_FOUND`, `DANDI_ANSWER`, `NWB_UNREACHABLE`,
 * `NWB_DENIED`.
 */
export async function findDandiAsset(name: DandiName, options: RemoteOptions = {}): Promise<DandiAsset> {
  const { dandiset, version, path } = name;
  if (path === null) throw new BraidynError("DANDI_NAME", { name: formatDandiName(name) });
  for await (const asset of listDandiAssets(dandiset, version, { path }, options)) {
    if (asset.path === path) return asset;
  }
  throw new BraidynError("DANDI_NOT_FOUND", { what: formatDandiName(name) });
}

/** Where the archive gives out an asset's bytes; it redirects to a presigned address. */
export function dandiDownloadUrl(
  { assetId }: Pick<DandiAsset, "assetId">,
  options: RemoteOptions = {},
): string {
  return apiAddress(options, ["assets", assetId, "download"]);
}
