/**
 * `npm run docs`: makes the site in `docs/.vitepress/dist` and checks it. `--no-api` leaves out the reference of the
 * packages, which takes half of the time; `-o DIR` puts it elsewhere. `npm run docs:dev` serves it and follows changes.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, createServer } from "vitepress";
import { writeApiPages } from "./site/api-pages.ts";
import { checkSite } from "./site/check-site.ts";
import { docsFolder, siteFolder } from "./site/folders.ts";
import { generatePages } from "./site/generate.ts";
import { heardWarnings } from "./site/heard-warnings.ts";

const { values } = parseArgs({
  options: {
    dev: { type: "boolean", default: false },
    api: { type: "boolean", default: true },
    output: { type: "string", short: "o", default: siteFolder },
  },
  allowNegative: true,
});

if (!values.api) process.env["BRAIDYN_DOCS_API"] = "no";
await generatePages();
if (values.api && !values.dev) await writeApiPages();
if (values.dev) await serve();
else await make(resolve(values.output));

async function make(outDir: string): Promise<void> {
  const warnings = await heardWarnings(() => build(docsFolder, { outDir }));
  const dead = checkSite(outDir);
  for (const { page, address, problem } of dead) console.error(`${page}: ${address}: ${problem}`);
  console.log(`${outDir}: ${warnings.length} warnings, ${dead.length} dead links`);
  if (warnings.length + dead.length > 0) process.exitCode = 1;
}

async function serve(): Promise<void> {
  const server = await createServer(docsFolder, { host: "127.0.0.1" });
  await server.listen();
  server.printUrls();
}
