import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { ServedAsset } from "./dandiset.ts";
import type { Behaviour, FaultKind } from "./faults.ts";
import type { RecordedRequest } from "./record.ts";

/** What the store answers from. */
export interface StoreState {
  readonly behaviour: Behaviour;
  assetByBlob(blobId: string): ServedAsset | undefined;
  /** Whether the query of a presigned address is one that the API gave out and is still good. */
  isGood(blobId: string, query: URLSearchParams): boolean;
}

/** Answers one request for a blob, as S3 does. */
export async function answerStore(
  state: StoreState,
  request: IncomingMessage,
  response: ServerResponse,
  record: RecordedRequest,
  fault: FaultKind | null,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://store");
  const blobId = url.pathname.split("/").at(-1) ?? "";
  const asset = state.assetByBlob(blobId);
  if (asset === undefined) return error(response, 404, "NoSuchKey");
  // A signature is one for GET alone.
  const isGood = request.method === "GET" && state.isGood(blobId, url.searchParams);
  if (!isGood) return error(response, 403, "AccessDenied");
  const { behaviour } = state;
  const range = behaviour.ranges === "ignored" ? null : rangeOf(request.headers.range, asset.size);
  if (range === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${asset.size}`);
    return error(response, 416, "InvalidRange");
  }
  const shift = behaviour.ranges === "shifted" ? 1 : 0;
  const extra = behaviour.ranges === "too-long" ? 1 : 0;
  const [from, to] = range === null ? [0, asset.size - 1] : [range[0] + shift, range[1] + shift + extra];
  if (behaviour.etags) response.setHeader("ETag", asset.etag);
  response.setHeader("Last-Modified", new Date(asset.modified).toUTCString());
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Content-Type", "application/x-nwb");
  if (range !== null) response.setHeader("Content-Range", `bytes ${from}-${to}/${asset.size}`);
  response.setHeader("Content-Length", String(to - from + 1));
  response.writeHead(range === null ? 200 : 206);
  await sendBody(asset.file, from, to, response, behaviour, record, fault);
}

async function sendBody(
  file: string,
  from: number,
  to: number,
  response: ServerResponse,
  { bytesPerSecond }: Behaviour,
  record: RecordedRequest,
  fault: FaultKind | null,
): Promise<void> {
  const breaksAfter = fault === null ? Infinity : Math.floor((to - from + 1) / 2);
  const start = performance.now();
  const slice = bytesPerSecond > 0 ? Math.max(1024, Math.floor(bytesPerSecond / 50)) : 256 * 1024;
  let sent = 0;
  for await (const part of createReadStream(file, { start: from, end: to, highWaterMark: slice })) {
    const bytes = (part as Buffer).subarray(0, breaksAfter - sent);
    sent += bytes.length;
    record.bytes += bytes.length;
    const isFlowing = response.write(bytes);
    if (sent >= breaksAfter) {
      if (fault === "truncated") response.socket?.end();
      return; // stalled: nothing follows, until the other side gives up
    }
    if (response.destroyed) return;
    if (!isFlowing) await drained(response);
    if (bytesPerSecond > 0)
      await wait(Math.max(0, (sent / bytesPerSecond) * 1000 - (performance.now() - start)));
  }
  response.end();
}

async function drained(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });
}

/** One range of a `Range` header; null where there is none that can be understood. */
function rangeOf(
  header: string | undefined,
  size: number,
): readonly [number, number] | "unsatisfiable" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (match === null || (match[1] === "" && match[2] === "")) return null;
  const suffix = match[1] === "";
  const from = suffix ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const to = suffix || match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (from >= size) return "unsatisfiable";
  return to < from ? null : [from, to];
}

function error(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  response.writeHead(status, { "Content-Type": "application/xml" }).end(body);
}
