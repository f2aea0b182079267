import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { outputOf } from "./command.ts";

export const root = join(import.meta.dirname, "..");

/** A package as it would be published. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** The `.tgz`, absolute. */
  readonly path: string;
  /** SHA-512 as npm writes it. */
  readonly integrity: string;
  /** What is in it. */
  readonly files: readonly string[];
}

/**
 * Builds every package that is published and packs it into a folder.
 *
 * @throws Error with what `tsc` or `npm` said.
 */
export async function packAll(folder: string): Promise<PackedPackage[]> {
  await npm(["run", "--silent", "build"]);
  await mkdir(folder, { recursive: true });
  const chosen = (await publishedWorkspaces()).flatMap((workspace) => ["--workspace", workspace]);
  const printed = await npm(["pack", "--json", "--pack-destination", folder, ...chosen]);
  return packedOf(printed).map(({ name, version, filename, integrity, files }) => ({
    ...{ name, version, integrity, path: join(folder, filename) },
    files: files.map(({ path }) => path),
  }));
}

interface NpmPacked {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** A list, or an object by name; what scripts print may come before it. */
function packedOf(printed: string): readonly NpmPacked[] {
  const parsed = JSON.parse(printed.slice(printed.search(/^[[{]/m))) as
    NpmPacked[] | Record<string, NpmPacked>;
  return Object.values(parsed);
}

/** Names of the workspaces that are not private. */
async function publishedWorkspaces(): Promise<string[]> {
  const found = JSON.parse(await npm(["query", ".workspace"])) as { name: string; location: string }[];
  const manifests = await Promise.all(
    found.map(async ({ name, location }) => {
      const text = await readFile(join(root, location, "package.json"), "utf8");
      return { name, manifest: JSON.parse(text) as { private?: boolean } };
    }),
  );
  return manifests.filter(({ manifest }) => manifest.private !== true).map(({ name }) => name);
}

function npm(args: readonly string[]): Promise<string> {
  return outputOf("npm", args, { cwd: root });
}
