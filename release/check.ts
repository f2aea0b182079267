/**
 * `npm run release-check [-- DIR]`: packs every package, looks at each as its users' tools will, installs them in an empty
 * folder without the internet and runs the command there. Leaves the packages and `provenance.json` in DIR.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { packageProblems } from "./check-package.ts";
import { outputOf, runCommand } from "./command.ts";
import { prepareFolder, preparedParts } from "./prepared-folder.ts";
import { provenanceOf } from "./provenance.ts";

const [given] = process.argv.slice(2);
const folder = given === undefined ? await mkdtemp(join(tmpdir(), "braidyn-release-")) : resolve(given);
let failed = 0;

const packed = await prepareFolder(folder);
for (const each of packed) say(`${each.name} ${each.version}`, await packageProblems(each));

const empty = join(folder, "empty");
await rm(empty, { recursive: true, force: true });
await mkdir(empty);
const cache = join(folder, preparedParts.cache);
const offline = ["--offline", "--no-audit", "--no-fund", "--cache", cache];
await writeFile(join(empty, "package.json"), '{ "private": true }\n');
await outputOf("npm", ["install", ...offline, ...packed.map(({ path }) => path)], { cwd: empty });
await tried("braidyn --version");
await tried("braidyn doctor");
await tried("braidyn demo --mice 6 --minutes 3");
await tried("braidyn new team --kit typescript --challenge lever-pull");
const team = join(empty, "team");
await outputOf("npm", ["install", ...offline], { cwd: team });
await tried("braidyn practice lever-pull -o bundle --mice 4 --minutes 4", team);
await tried("tsx src/train.ts", team);
await tried("tsc", team);
await rm(empty, { recursive: true });

await writeFile(join(folder, "provenance.json"), `${JSON.stringify(await provenanceOf(packed), null, 2)}\n`);
console.log(`\n${join(folder, preparedParts.packages)}\n${join(folder, "provenance.json")}`);
process.exitCode = failed === 0 ? 0 : 1;

async function tried(line: string, cwd = empty): Promise<void> {
  const { code, stdout, stderr } = await runCommand("npx", ["--no-install", ...line.split(" ")], {
    cwd,
  });
  say(line, code === 0 ? [] : [`exit code ${code}: ${stdout}${stderr}`]);
}

function say(what: string, problems: readonly string[]): void {
  failed += problems.length;
  console.log(`${problems.length === 0 ? "ok     " : "FAILED "} ${what}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, "        "));
}
