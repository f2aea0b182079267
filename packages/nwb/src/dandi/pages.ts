import type { RemoteOptions } from "../remote/transport.ts";
import { wrong, type Answer } from "./answer.ts";
import { askApi } from "./request.ts";

/** Ten million assets; a server that goes on for longer goes on for ever. */
const mostPages = 10_000;

/**
 * The results of a listing, page after page. Pages after the first do not say how many there are.
 *
 * @throws BraidynError `DANDI_ANSWER` for a next page on another server, which must not see the token.
 */
export async function* pages(first: string, what: string, options: RemoteOptions): AsyncGenerator<Answer> {
  const seen = new Set<string>();
  for (let url: string | null = first; url !== null;) {
    if (seen.has(url) || seen.size === mostPages) throw wrong(url, "a listing without an end");
    seen.add(url);
    const page: Answer = await askApi(url, what, options);
    yield* page.objects("results");
    const next: string | null = page.textOrNull("next");
    if (next !== null && (!URL.canParse(next, url) || new URL(next, url).origin !== new URL(url).origin)) {
      throw wrong(url, "a next page on another server");
    }
    url = next === null ? null : new URL(next, url).href;
  }
}
