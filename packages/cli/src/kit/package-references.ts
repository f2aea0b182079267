import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BraidynError } from "@braidyn/core";

/** How a kit's `package.json` names our packages: a version, or for packages from a folder, `file:` and a path. */
export type PackageReferences = Readonly<Record<string, string>>;

interface ReferenceOptions {
  /** The kit's folder, absolute: paths are relative to it. */
  readonly target: string;
  /** A folder of packed packages (`.tgz`), absolute; without one, packages are taken from where this command came from. */
  readonly packages: string | null;
  /** This command's version. */
  readonly version: string;
}

/**
 * Where a kit gets our packages from. A command that was itself installed from packed packages passes these on, so that a
 * kit works before they are published, and at a venue without the internet.
 *
 * @returns null where the registry has them: the kit's own names then get `version`.
 * @throws BraidynError `KIT_PACKAGES` for a folder without our packages.
 */
export function packageReferences({ target, packages, version }: ReferenceOptions): PackageReferences | null {
  const files = packages === null ? installedFrom() : packedIn(packages, version);
  if (files.size === 0) return null;
  return Object.fromEntries(
    [...files].map(([name, path]) => [name, `file:${slashed(relative(target, path))}`]),
  );
}

/** `braidyn-cli-0.0.0.tgz` of `@braidyn/cli`, as `npm pack` names them. */
function packedIn(folder: string, version: string): Map<string, string> {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const files = isFolder ? readdirSync(folder).sort() : [];
  const ending = `-${version}.tgz`;
  const ours = files.filter((file) => file.startsWith("braidyn-") && file.endsWith(ending));
  const found = new Map(
    ours.map((file) => [`@braidyn/${file.slice("braidyn-".length, -ending.length)}`, join(folder, file)]),
  );
  if (!found.has("@braidyn/cli")) throw new BraidynError("KIT_PACKAGES", { path: folder, version });
  return found;
}

/** npm keeps a list of what it installed, and from where. Source: docs.npmjs.com, package-lock.json, "hidden lockfiles". */
function installedFrom(): Map<string, string> {
  const modules = installedIn(dirname(fileURLToPath(import.meta.url)));
  if (modules === null) return new Map();
  const prefix = "node_modules/@braidyn/";
  const found = Object.entries(installedPackages(modules)).flatMap(
    ([place, { resolved }]): [string, string][] => {
      if (!place.startsWith(prefix) || !/^file:.*\.tgz$/.test(resolved ?? "")) return [];
      const path = resolve(dirname(modules), (resolved as string).slice("file:".length));
      return existsSync(path) ? [[place.slice("node_modules/".length), path]] : [];
    },
  );
  return new Map(found);
}

/** Nothing where npm left no list that can be read. */
function installedPackages(modules: string): Record<string, { readonly resolved?: string }> {
  const list = join(modules, ".package-lock.json");
  if (!existsSync(list)) return {};
  try {
    const { packages } = JSON.parse(readFileSync(list, "utf8")) as { packages?: Record<string, object> };
    return packages ?? {};
  } catch {
    return {};
  }
}

/** The `node_modules` that this package is installed in; null in a checkout. */
function installedIn(here: string): string | null {
  const installed = /^(.*[\\/]node_modules)[\\/]@braidyn[\\/]cli[\\/]/.exec(here);
  return installed?.[1] ?? null;
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
