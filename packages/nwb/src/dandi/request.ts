import { isBraidynError, BraidynError } from "@braidyn/core";
import { boundedBody } from "../remote/body.ts";
import { connection } from "../remote/connection.ts";
import { watched, type IdleWatch } from "../remote/idle.ts";
import { withRetries } from "../remote/retry.ts";
import { dandiApiUrl, transportOf, type RemoteOptions } from "../remote/transport.ts";
import { answerOf, wrong, type Answer } from "./answer.ts";

/** A page of a thousand assets takes less than one. */
const mostAnswerBytes = 16 * 1024 * 1024;

/** Address of a resource of the API; segments and values are encoded here. */
export function apiAddress(
  options: RemoteOptions,
  segments: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const api = dandiApiUrl(options);
  if (!URL.canParse(api)) throw wrong(api, "no address");
  const path = segments.map((segment) => `${encodeURIComponent(segment)}/`).join("");
  const values = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `${api}/${path}${values.length > 0 ? `?${values.join("&")}` : ""}`;
}

/**
 * What the API answers at `url`.
 *
 * @param what names the resource in an error.
 * @throws BraidynError `DANDI_NOT_FOUND`, `DANDI_ANSWER`, `NWB_UNREACHABLE`, `NWB_DENIED`.
 */
export async function askApi(url: string, what: string, options: RemoteOptions): Promise<Answer> {
  const transport = transportOf(options);
  const label = url.replace(/\?.*/s, "");
  const server = connection(url, label, transport);
  const attempt = async (watch: IdleWatch): Promise<Uint8Array | null> => {
    const response = await server.send("GET", { Accept: "application/json" }, watch.signal);
    return boundedBody(response, watch, mostAnswerBytes);
  };
  try {
    const body = await withRetries(label, transport.attempts, options.signal, () =>
      watched(transport.idleTimeoutMs, options.signal, attempt),
    );
    if (body === null) throw wrong(label, `more than ${mostAnswerBytes} bytes`);
    return answerOf(label, parsed(label, body));
  } catch (error) {
    if (isBraidynError(error, "NWB_NOT_FOUND"))
      throw new BraidynError("DANDI_NOT_FOUND", { what }, { cause: error });
    if (isBraidynError(error, "NWB_WRONG_ANSWER") || isBraidynError(error, "NWB_CHANGED")) {
      throw new BraidynError("DANDI_ANSWER", { url: label, found: error.message }, { cause: error });
    }
    throw error;
  }
}

function parsed(url: string, body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const start = text.slice(0, 40).replace(/\s+/g, " ");
    throw new BraidynError("DANDI_ANSWER", { url, found: `"${start}", which is no JSON` }, { cause });
  }
}
