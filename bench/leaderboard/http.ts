import type { Agent } from "node:http";
import { request, type IncomingMessage } from "node:http";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** One request over a connection that is kept; `fetch` would cost the machine more than the server does. */
export function call(
  url: string,
  {
    method = "GET",
    token,
    body,
    agent,
  }: { method?: string; token?: string; body?: Uint8Array; agent: Agent },
): Promise<Answer> {
  const start = performance.now();
  const headers: Record<string, string | number> = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { "content-type": "text/csv", "content-length": body.length }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0 } = response;
        resolve({ status, body: Buffer.concat(parts).toString(), ms: performance.now() - start });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
