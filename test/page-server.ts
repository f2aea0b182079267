import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

/** A page that runs a script of ours, on an origin of its own. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Bundles `script` as people do for their pages, without any special setting, and serves it in an empty page. */
export async function servePage(script: string): Promise<PageServer> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: import.meta.dirname, loader: "ts" },
    ...{ bundle: true, format: "esm", platform: "browser", target: "es2022", write: false },
    conditions: ["@braidyn/source"],
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html" });
    response.end(
      isScript ? code : '<!DOCTYPE html><input type="file"><script type="module" src="page.js"></script>',
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
