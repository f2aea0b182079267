import type { IncomingMessage } from "node:http";

/** One request as it arrived. */
export interface RecordedRequest {
  /** Which of the two servers it came to. */
  readonly server: "api" | "store";
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  status: number;
  /** Bytes of the answer's body that were handed to the network. */
  bytes: number;
}

export function recorded(server: "api" | "store", request: IncomingMessage): RecordedRequest {
  const { method = "", url = "", headers } = request;
  return { server, method, url, headers, status: 0, bytes: 0 };
}
