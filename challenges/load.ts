import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { BraidynError } from "@braidyn/core";
import { parseChallenge, type Baseline, type Challenge, type ChallengeModule } from "@braidyn/harness";
import { baselineLevels, type BaselineLevel } from "./baseline-level.ts";
import { challengeFolder, codeFolder, isOfCatalogue } from "./catalogue.ts";

/**
 * Loads a challenge of the catalogue by its id, or any challenge by its folder.
 *
 * @throws BraidynError `CHALLENGE_UNKNOWN` where there is neither, `CHALLENGE_CODE` for code that does not load or lacks
 * what it must export, and what `parseChallenge` throws.
 */
export async function loadChallenge(idOrFolder: string): Promise<Challenge> {
  const folder = challengeFolder(idOrFolder);
  const prelude = isOfCatalogue(folder) ? null : preludeUrl();
  if (prelude !== null) await import(prelude);
  const path = join(folder, "challenge.yaml");
  const definition = parseChallenge(await readFile(path, "utf8"), path);
  const code = codeFolder(folder);
  const stem = join(code, "challenge");
  const { examples } = await importCode(stem);
  if (typeof examples !== "function") throw lacking(stem, "examples");
  const baselines = await loadBaselines(join(code, "baselines"));
  const module = { examples: examples as ChallengeModule["examples"] };
  const source = pathToFileURL(codeFile(stem)).href;
  return { definition, module, baselines, source, ...(prelude !== null && { prelude }) };
}

/** What lets code outside the catalogue find its packages; built code ends in `.js`. */
function preludeUrl(): string {
  return new URL(`./resolve-packages${extname(import.meta.url)}`, import.meta.url).href;
}

/** Every file of the folder is a baseline, called as the file is; the plainest comes first. */
async function loadBaselines(folder: string): Promise<Record<string, Baseline>> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder)
    .filter((file) => /(?<!\.d)\.[jt]s$/.test(file))
    .map((file) => file.slice(0, -extname(file).length));
  const loaded = await Promise.all(
    [...new Set(names)].sort().map(async (name) => {
      const { level, predict } = await importCode(join(folder, name));
      if (typeof predict !== "function") throw lacking(join(folder, name), "predict");
      if (!baselineLevels.includes(level as BaselineLevel)) throw lacking(join(folder, name), "level");
      return { name, level: baselineLevels.indexOf(level as BaselineLevel), predict: predict as Baseline };
    }),
  );
  loaded.sort((a, b) => a.level - b.level);
  return Object.fromEntries(loaded.map(({ name, predict }) => [name, predict]));
}

async function importCode(stem: string): Promise<Record<string, unknown>> {
  const path = codeFile(stem);
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("CHALLENGE_CODE", { path, reason }, { cause });
  }
}

function codeFile(stem: string): string {
  const path = [`${stem}.ts`, `${stem}.js`].find(existsSync);
  if (path !== undefined) return path;
  throw new BraidynError("CHALLENGE_CODE", { path: `${stem}.ts`, reason: "no such file" });
}

function lacking(stem: string, name: string): BraidynError {
  return new BraidynError("CHALLENGE_CODE", { path: stem, reason: `no export called ${name}` });
}
