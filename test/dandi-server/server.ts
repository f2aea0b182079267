import { createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answerApi } from "./api.ts";
import { assetsIn, type ServedAsset } from "./dandiset.ts";
import { answerFault, drawFault, goodBehaviour, randomNumbers, type Behaviour } from "./faults.ts";
import { recorded, type RecordedRequest } from "./record.ts";
import { answerStore } from "./store.ts";

export interface DandiServerOptions {
  /** Six digits; 001425 by default. */
  readonly dandiset?: string;
  /** Published versions, newest first. */
  readonly versions?: readonly string[];
  /** When set, the API answers only those who bring it, as for an embargoed dandiset. */
  readonly token?: string;
  /** Most assets of one page. */
  readonly mostPageSize?: number;
  readonly behaviour?: Partial<Behaviour>;
  /** Decides which answers go wrong. */
  readonly seed?: number;
  readonly apiPort?: number;
}

/** A DANDI archive of one folder: an API, and a store of another origin that the API redirects to. */
export interface DandiServer {
  /** For `DANDI_API_URL`. */
  readonly apiUrl: string;
  readonly storeUrl: string;
  readonly assets: readonly ServedAsset[];
  /** How it misbehaves; may be changed at any time. */
  readonly behaviour: Behaviour;
  /** Every request so far, in the order of their arrival. */
  readonly requests: RecordedRequest[];
  asset(part: string): ServedAsset;
  /** The address that the API gives out for an asset. */
  downloadUrl(asset: ServedAsset): string;
  /** A presigned address in the store. */
  presigned(asset: ServedAsset): string;
  /** Makes every presigned address that was given out so far expire. */
  expire(): void;
  close(): Promise<void>;
}

/** Serves the `.nwb` files below `folder` on the loopback interface. */
export async function startDandiServer(
  folder: string,
  options: DandiServerOptions = {},
): Promise<DandiServer> {
  const assets = assetsIn(folder);
  const behaviour: Behaviour = { ...goodBehaviour(), ...options.behaviour };
  const requests: RecordedRequest[] = [];
  const random = randomNumbers(options.seed ?? 1);
  let secret = randomBytes(16);
  const urls = { api: "", store: "" };

  const sign = (blobId: string, expires: string) =>
    createHmac("sha256", secret).update(`${blobId} ${expires}`).digest("hex");
  const presigned = ({ blobId }: ServedAsset): string => {
    const expires = String(Date.now() + behaviour.presignedSeconds * 1000);
    return `${urls.store}/blobs/${blobId.slice(0, 3)}/${blobId.slice(3, 6)}/${blobId}?X-Amz-Expires=${expires}&X-Amz-Signature=${sign(blobId, expires)}`;
  };
  const isGood = (blobId: string, query: URLSearchParams): boolean => {
    const expires = query.get("X-Amz-Expires") ?? "";
    return Number(expires) > Date.now() && query.get("X-Amz-Signature") === sign(blobId, expires);
  };

  const listener =
    (server: "api" | "store", answer: (...exchange: Exchange) => void | Promise<void>) =>
    async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const record = recorded(server, request);
      requests.push(record);
      response.setMaxListeners(0);
      response.on("close", () => (record.status = response.statusCode));
      if (behaviour.latencyMs > 0) await wait(behaviour.latencyMs);
      allowOtherOrigins(response, behaviour);
      if (request.method === "OPTIONS") return void response.writeHead(200).end();
      const fault = drawFault(behaviour, random);
      if (!answerFault(fault, response, behaviour)) await answer(request, response, record, fault);
    };

  const state = {
    dandiset: options.dandiset ?? "001425",
    versions: options.versions ?? ["0.250331.1234"],
    ...{ assets, behaviour, token: options.token, mostPageSize: options.mostPageSize ?? 1000, presigned },
    get apiUrl() {
      return `${urls.api}/api`;
    },
  };
  const store = {
    behaviour,
    isGood,
    assetByBlob: (id: string) => assets.find(({ blobId }) => blobId === id),
  };
  const servers = [
    createServer(
      (...io) => void listener("api", (request, response) => answerApi(state, request, response))(...io),
    ),
    createServer((...io) => void listener("store", (...exchange) => answerStore(store, ...exchange))(...io)),
  ] as const;
  urls.api = await listen(servers[0], options.apiPort ?? 0);
  urls.store = await listen(servers[1], 0);

  return {
    apiUrl: state.apiUrl,
    storeUrl: urls.store,
    ...{ assets, behaviour, requests, presigned },
    asset(part) {
      const found = assets.find(({ path }) => path.includes(part));
      if (found === undefined) throw new Error(`no asset with ${part} in its path`);
      return found;
    },
    expire() {
      secret = randomBytes(16);
    },
    downloadUrl: ({ assetId }) => `${state.apiUrl}/assets/${assetId}/download/`,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}

type Exchange = Parameters<typeof answerStore> extends [unknown, ...infer Rest] ? Rest : never;

/** As S3 is set up for the archive: any origin may read, and sees little of the head. */
function allowOtherOrigins(response: ServerResponse, { exposedHeaders }: Behaviour): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
  response.setHeader("Access-Control-Allow-Headers", "authorization, range, accept");
  if (exposedHeaders !== "") response.setHeader("Access-Control-Expose-Headers", exposedHeaders);
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
