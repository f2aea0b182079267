import type { FastifyInstance } from "fastify";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { sent } from "./serve-route.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/** The built page of `@braidyn/leaderboard-web`, where that is installed: the folder of its `./index.html`. */
export function findWebFolder(): string | null {
  try {
    return fileURLToPath(new URL(".", import.meta.resolve("@braidyn/leaderboard-web/index.html")));
  } catch {
    return null;
  }
}

/**
 * Serves the page's files, and its `index.html` for every path that is no file: the page reads the address itself. The
 * files are listed once, so that no address is ever made into a path.
 */
export async function serveWebFiles(app: FastifyInstance, folder: string | null): Promise<void> {
  const files = folder === null ? new Map<string, string>() : await listFiles(folder);
  app.route({
    method: "GET",
    url: "/*",
    handler: async (request, reply) => {
      const { pathname } = new URL(request.url, "http://server");
      const isPage = !/^\/(api|assets|healthz|metrics)(\/|$)/.test(pathname);
      const found = files.get(pathname) ?? (isPage ? files.get("/index.html") : undefined);
      if (found !== undefined) {
        const { size } = await stat(found);
        // names of assets change with what is in them
        if (pathname.startsWith("/assets/"))
          void reply.header("cache-control", "public, max-age=31536000, immutable");
        void reply
          .type(mediaTypes[extname(found)] ?? "application/octet-stream")
          .header("content-length", size);
        await reply.send(createReadStream(found));
        return sent;
      }
      if (!isPage || folder !== null) return reply.callNotFound();
      return reply.type("text/html; charset=utf-8").send(minimalPage);
    },
  });
}

async function listFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`/${relative(folder, path).split(sep).join("/")}`, path];
      }),
  );
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
