import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { licensesOf } from "./licenses.ts";

const app = join(import.meta.dirname, "../../app");

const shared = {
  absWorkingDir: app,
  bundle: true,
  minify: true,
  write: false,
  outdir: app,
  platform: "browser",
  target: ["chrome123", "firefox120", "safari17.5"],
  conditions: ["@braidyn/source"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none", // all of them stand in licenses.txt
  metafile: true,
  logLevel: "error",
} as const satisfies BuildOptions;

/** The page's files by their path on the server, made from its sources. */
export async function buildApp(): Promise<Map<string, Uint8Array>> {
  const [modules, early, html, icon, fontLicense] = await Promise.all([
    build({
      ...shared,
      entryPoints: ["main.tsx", "check/worker.ts"],
      entryNames: "[name]",
      chunkNames: "[name]-[hash]",
      assetNames: "[name]-[hash]",
      format: "esm",
      splitting: true,
      loader: { ".woff2": "file" },
    }),
    build({ ...shared, entryPoints: ["early.ts"], format: "iife" }),
    readFile(join(app, "index.html"), "utf8"),
    readFile(join(app, "favicon.svg")),
    readFile(join(app, "../fonts/OFL.txt"), "utf8"),
  ]);
  const outputs = [...modules.outputFiles, ...early.outputFiles];
  const hash = createHash("sha256");
  for (const { hash: each } of outputs) hash.update(each);
  // one folder a build: a page that is open goes on loading what belongs together
  const folder = `/assets/${hash.digest("hex").slice(0, 12)}`;
  const files = outputs.map(
    ({ path, contents }) => [`${folder}${path.slice(app.length)}`, contents] as const,
  );
  return new Map<string, Uint8Array>([
    ...files,
    ["/index.html", new TextEncoder().encode(html.replaceAll('"/assets/', `"${folder}/`))],
    ["/favicon.svg", icon],
    [
      `${folder}/licenses.txt`,
      new TextEncoder().encode(`${licensesOf(modules.metafile, app)}\n\n----\n\n${fontLicense}`),
    ],
  ]);
}
