/**
 * `npm run docs`: makes the site in `docs/.vitepress/dist` and checks it; `npm run docs -- --no-api` leaves out the
 * reference of the packages, which takes half of the time. `npm run docs:dev` serves it and follows every change.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, createServer } from "vitepress";
import { writeApiPages } from "./site/api-pages.ts";
import { checkSite } from "./site/check-site.ts";
import { docsFolder, siteFolder } from "./site/folders.ts";
import { generatePages } from "./site/generate.ts";
import { heardWarnings } from "./site/heard-warnings.ts";

const { values } = parseArgs({
  options: { dev: { type: "boolean", default: false }, api: { type: "boolean", default: true } },
  allowNegative: true,
});

await generatePages();
if (values.api && !values.dev) await writeApiPages();
if (!values.api) rmSync(join(docsFolder, "api"), { recursive: true, force: true });
if (values.dev) await serve();
else await make();

async function make(): Promise<void> {
  const warnings = await heardWarnings(() => build(docsFolder));
  const dead = checkSite(siteFolder);
  for (const { page, address, problem } of dead) console.error(`${page}: ${address}: ${problem}`);
  if (warnings.length + dead.length > 0) {
    console.error(`${warnings.length} warnings, ${dead.length} dead links`);
    process.exitCode = 1;
  } else console.log(`${siteFolder}: 0 warnings, 0 dead links`);
}

async function serve(): Promise<void> {
  const server = await createServer(docsFolder, { host: "127.0.0.1" });
  await server.listen();
  server.printUrls();
}
