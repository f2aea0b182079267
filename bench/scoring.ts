/** `npm run bench:scoring`: every benchmark in `bench/scoring`, each in a fresh process. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "scoring");
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "shared.ts");
for (const name of files) {
  const args = [...process.execArgv, join(folder, name), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${name} ended with status ${status}`);
}
