/** `npm run build`: the page's files into `dist/app`, which is published. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildApp } from "../src/build/build-app.ts";

const out = join(import.meta.dirname, "../dist/app");
rmSync(out, { recursive: true, force: true });
for (const [path, bytes] of await buildApp()) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
