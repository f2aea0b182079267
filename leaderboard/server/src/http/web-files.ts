import type { FastifyInstance } from "fastify";

/** One file of the page. */
export interface WebFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly bytes: Uint8Array;
  /** Compressed, where that is shorter. */
  readonly encoded: { readonly br: Uint8Array | null; readonly gzip: Uint8Array | null };
}

/** Files by their path on the server, as `webFiles()` of `@braidyn/leaderboard-web` gives them. */
export type WebFiles = ReadonlyMap<string, WebFile>;

/**
 * Serves the page's files from memory, and its `index.html` for every path that is no file: the page reads the address
 * itself.
 */
export async function serveWebFiles(app: FastifyInstance, files: WebFiles | null): Promise<void> {
  app.route({
    method: "GET",
    url: "/*",
    handler: async (request, reply) => {
      const { pathname } = new URL(request.url, "http://server");
      const isPage = !/^\/(api|assets|healthz|metrics)(\/|$)/.test(pathname);
      const found = files?.get(pathname) ?? (isPage ? files?.get("/index.html") : undefined);
      if (found === undefined) {
        if (!isPage || files !== null) return reply.callNotFound();
        return reply.type("text/html; charset=utf-8").send(minimalPage);
      }
      const { etag, cacheControl, contentType, bytes, encoded } = found;
      void reply.headers({ etag, "cache-control": cacheControl, vary: "Accept-Encoding" }).type(contentType);
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      const accepted = String(request.headers["accept-encoding"] ?? "").split(/[\s,;]+/);
      const encoding = (["br", "gzip"] as const).find(
        (name) => accepted.includes(name) && encoded[name] !== null,
      );
      if (encoding !== undefined) void reply.header("content-encoding", encoding);
      return reply.send(Buffer.from((encoding === undefined ? null : encoded[encoding]) ?? bytes));
    },
  });
}

const minimalPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>BraiDyn leaderboard</title>
<h1>BraiDyn leaderboard</h1>
<p>The server runs; its web page is not installed. <code>braidyn board --server</code> shows the board,
<code>braidyn submit</code> sends submissions, <a href="/api/openapi.json">/api/openapi.json</a> describes the API.
<p lang="ja">サーバーは動作中ですが、Web ページは入っていません。順位表は <code>braidyn board --server</code>、提出は
<code>braidyn submit</code> で行えます。
</html>
`;
