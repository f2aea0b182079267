import type { IncomingMessage, ServerResponse } from "node:http";
import { sha256OfFile, type ServedAsset } from "./dandiset.ts";
import type { Behaviour } from "./faults.ts";

/** What the API knows. Shapes follow the public API's own schema, https://api.dandiarchive.org/swagger. */
export interface ApiState {
  readonly dandiset: string;
  /** Newest first; the draft is there besides. */
  readonly versions: readonly string[];
  readonly assets: readonly ServedAsset[];
  readonly behaviour: Behaviour;
  /** Where the API is reached: `http://127.0.0.1:1234/api`. */
  readonly apiUrl: string;
  /** When set, everything needs `Authorization: token ...`. */
  readonly token: string | undefined;
  /** Most assets of one page, whatever is asked for. */
  readonly mostPageSize: number;
  presigned(asset: ServedAsset): string;
}

type Query = URLSearchParams;
const created = "2025-03-31T12:34:56.000000Z";

/** Answers one request of the API. */
export function answerApi(state: ApiState, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", state.apiUrl);
  const path = url.pathname;
  const planted = Object.entries(state.behaviour.apiAnswers).find(([part]) =>
    request.url?.includes(part),
  )?.[1];
  if (planted !== undefined) {
    response.writeHead(planted.status ?? 200, { "Content-Type": "application/json", ...planted.headers });
    response.end(planted.body);
    return;
  }
  if (state.token !== undefined && request.headers.authorization !== `token ${state.token}`) {
    return json(response, 401, { detail: "Authentication credentials were not provided." });
  }
  const answer = routes.flatMap(([pattern, answer]) => {
    const match = pattern.exec(path);
    return match === null ? [] : [() => answer(state, match.slice(1), url.searchParams)];
  })[0];
  const result = answer?.() ?? null;
  if (result === null) return json(response, 404, { detail: "Not found." });
  if ("redirect" in result) {
    response.writeHead(302, { Location: result.redirect as string, "Content-Type": "text/html" }).end();
    return;
  }
  json(response, 200, result);
}

const routes: readonly [RegExp, (state: ApiState, parts: string[], query: Query) => object | null][] = [
  [/^\/api\/info\/$/, ({ apiUrl }) => ({ version: "test", services: { api: { url: apiUrl } } })],
  [/^\/api\/dandisets\/(\d{6})\/$/, (state, [id]) => (id === state.dandiset ? dandisetAnswer(state) : null)],
  [
    /^\/api\/dandisets\/(\d{6})\/versions\/$/,
    (state, [id], query) => {
      if (id !== state.dandiset) return null;
      const versions = [...state.versions, "draft"].map((version) => versionAnswer(state, version));
      return page(state, `dandisets/${id}/versions/`, versions, query);
    },
  ],
  [
    /^\/api\/dandisets\/(\d{6})\/versions\/([\w.-]+)\/assets\/$/,
    (state, [id, version = ""], query) =>
      hasVersion(state, id, version)
        ? page(
            state,
            `dandisets/${id}/versions/${version}/assets/`,
            selected(state, query).map(listed),
            query,
          )
        : null,
  ],
  [
    /^\/api\/(?:dandisets\/(\d{6})\/versions\/([\w.-]+)\/)?assets\/([\w-]+)\/$/,
    (state, parts) => {
      const asset = assetIn(state, parts);
      return asset === null ? null : metadata(state, asset);
    },
  ],
  [
    /^\/api\/(?:dandisets\/(\d{6})\/versions\/([\w.-]+)\/)?assets\/([\w-]+)\/info\/$/,
    (state, parts) => {
      const asset = assetIn(state, parts);
      return asset === null ? null : { ...listed(asset), metadata: metadata(state, asset) };
    },
  ],
  [
    /^\/api\/(?:dandisets\/(\d{6})\/versions\/([\w.-]+)\/)?assets\/([\w-]+)\/download\/$/,
    (state, parts) => {
      const asset = assetIn(state, parts);
      return asset === null ? null : { redirect: state.presigned(asset) };
    },
  ],
];

function hasVersion(state: ApiState, dandiset: string | undefined, version: string | undefined): boolean {
  return dandiset === state.dandiset && (version === "draft" || state.versions.includes(version ?? ""));
}

function assetIn(state: ApiState, [dandiset, version, assetId]: string[]): ServedAsset | null {
  if (dandiset !== undefined && !hasVersion(state, dandiset, version)) return null;
  return state.assets.find((asset) => asset.assetId === assetId) ?? null;
}

function selected({ assets }: ApiState, query: Query): readonly ServedAsset[] {
  const prefix = query.get("path") ?? "";
  const glob = query.get("glob");
  const matches = glob === null ? null : globPattern(glob);
  return assets.filter(({ path }) => path.startsWith(prefix) && (matches === null || matches.test(path)));
}

/** `*` stands for any text, as in the archive. */
function globPattern(glob: string): RegExp {
  const escaped = glob.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`);
}

/** One page of a listing; pages after the first do not count. */
function page(
  { apiUrl, mostPageSize }: ApiState,
  path: string,
  results: readonly object[],
  query: Query,
): object {
  const number = Number(query.get("page") ?? 1);
  const size = Math.min(Number(query.get("page_size") ?? 100), mostPageSize);
  const link = (to: number): string => {
    const others = new URLSearchParams(query);
    others.set("page", String(to));
    return `${apiUrl}/${path}?${others}`;
  };
  return {
    count: number === 1 ? results.length : null,
    next: number * size < results.length ? link(number + 1) : null,
    previous: number > 1 ? link(number - 1) : null,
    results: results.slice((number - 1) * size, number * size),
  };
}

function dandisetAnswer(state: ApiState): object {
  const [newest] = state.versions;
  return {
    ...dandisetFields(state),
    most_recent_published_version: newest === undefined ? null : versionAnswer(state, newest),
    draft_version: versionAnswer(state, "draft"),
  };
}

function dandisetFields({ dandiset, token }: ApiState): object {
  return {
    identifier: dandiset,
    ...{ created, modified: created },
    contact_person: "Person, Contact",
    embargo_status: token === undefined ? "OPEN" : "EMBARGOED",
    star_count: 0,
    is_starred: false,
  };
}

function versionAnswer(state: ApiState, version: string): object {
  return {
    version,
    name: "Test sessions",
    asset_count: state.assets.length,
    active_uploads: 0,
    size: state.assets.reduce((sum, { size }) => sum + size, 0),
    status: version === "draft" ? "Valid" : "Published",
    ...{ created, modified: created },
    dandiset: dandisetFields(state),
  };
}

function listed({ assetId, blobId, path, size, modified }: ServedAsset): object {
  return { asset_id: assetId, blob: blobId, zarr: null, path, size, created: modified, modified };
}

const digests = new Map<string, string>();
/** The archive computes digests after the upload; of longer files ours never does. */
const mostDigestedBytes = 256 * 1024 * 1024;

function metadata({ apiUrl }: ApiState, asset: ServedAsset): object {
  const { assetId, blobId, path, file, size, etag, modified } = asset;
  const key = `${file} ${size} ${modified}`;
  const sha256 = digests.get(key) ?? (size <= mostDigestedBytes ? sha256OfFile(file) : null);
  if (sha256 !== null) digests.set(key, sha256);
  return {
    "@context": "https://raw.githubusercontent.com/dandi/schema/master/releases/0.6.9/context.json",
    id: `dandiasset:${assetId}`,
    path,
    access: [{ status: "dandi:OpenAccess", schemaKey: "AccessRequirements" }],
    digest: {
      ...(sha256 === null ? {} : { "dandi:sha2-256": sha256 }),
      "dandi:dandi-etag": etag.replaceAll('"', ""),
    },
    contentUrl: [
      `${apiUrl}/assets/${assetId}/download/`,
      `https://dandiarchive.s3.amazonaws.com/blobs/${blobId.slice(0, 3)}/${blobId.slice(3, 6)}/${blobId}`,
    ],
    identifier: assetId,
    schemaKey: "Asset",
    contentSize: size,
    schemaVersion: "0.6.9",
    encodingFormat: "application/x-nwb",
    blobDateModified: modified,
  };
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}
