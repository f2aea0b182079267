import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { outputOf, runCommand } from "./command.ts";
import { packAll, root, type PackedPackage } from "./pack.ts";

/** Parts of a folder from which the kits install without the internet. */
export const preparedParts = { packages: "packages", cache: "npm-cache", wheels: "wheels" } as const;

/**
 * Fills a folder with what teams install at a venue without the internet: our packages packed, an npm cache with
 * everything that these and the kits need.
 *
 * @throws Error with what npm said; it needs the registry.
 */
export async function prepareFolder(folder: string): Promise<PackedPackage[]> {
  const packed = await packAll(join(folder, preparedParts.packages));
  const cache = join(folder, preparedParts.cache);
  // what a team installs, as a team does: the cache then holds it; beside the kit's own packages, some of ours' are others
  for (const others of [{}, await kitDependencies()]) await installOnce(packed, others, cache);
  return packed;
}

async function installOnce(
  packed: readonly PackedPackage[],
  others: Readonly<Record<string, string>>,
  cache: string,
): Promise<void> {
  const trial = await mkdtemp(join(tmpdir(), "braidyn-venue-"));
  try {
    const dependencies = { ...others, ...packedReferences(packed, trial) };
    const manifest = { name: "trial", private: true, dependencies };
    await writeFile(join(trial, "package.json"), JSON.stringify(manifest));
    await outputOf("npm", ["install", "--no-audit", "--no-fund", "--cache", cache], { cwd: trial });
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** `file:` and the path of every packed package, seen from a folder. */
function packedReferences(packed: readonly PackedPackage[], from: string): Record<string, string> {
  const reference = (path: string) => `file:${relative(from, path).replaceAll("\\", "/")}`;
  return Object.fromEntries(packed.map(({ name, path }) => [name, reference(path)]));
}

/** Third parties' packages that a kit installs. */
async function kitDependencies(): Promise<Record<string, string>> {
  const text = await readFile(join(root, "starter-kits/typescript/package.json"), "utf8");
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => !name.startsWith("@braidyn/")));
}

/**
 * Downloads what the Python kit installs, for this kind of computer.
 *
 * @param python the command.
 * @returns null, or why there are no wheels.
 */
export async function downloadWheels(folder: string, python: string): Promise<string | null> {
  const requirements = join(root, "starter-kits/python/requirements.txt");
  const wheels = join(folder, preparedParts.wheels);
  const args = ["-m", "pip", "download", "--quiet", "-r", requirements, "-d", wheels];
  try {
    const { code, stderr } = await runCommand(python, args, { cwd: root });
    return code === 0 ? null : stderr;
  } catch (error) {
    return String(error);
  }
}
