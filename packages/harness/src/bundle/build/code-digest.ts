import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A challenge is a handful of files; the limit only keeps a wrong resolution from reading a disk. */
const maxFiles = 5000;

/**
 * SHA-256 over a module and all code that it imports, so that rows made by another version of a challenge are not taken
 * for this one's: its own files and those of linked packages by content, installed packages by name and version.
 * Specifiers that are computed when the code runs are not seen.
 *
 * @param source the module's `file:` URL.
 */
export function codeDigest(source: string): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  const waiting = [realpathSync(fileURLToPath(source))];
  for (let file = waiting.pop(); file !== undefined && seen.size < maxFiles; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    lines.push(sha256(text));
    for (const specifier of specifiers(text)) {
      const found = resolved(specifier, file);
      if (found === null) lines.push(`? ${specifier}`);
      else if (found.includes("node_modules")) lines.push(installed(found));
      else waiting.push(found);
    }
  }
  return sha256([...new Set(lines)].sort().join("\n"));
}

function specifiers(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"'\n]+)["']/g);
  return [...found].flatMap(([, specifier = ""]) => (specifier.startsWith("node:") ? [] : [specifier]));
}

function resolved(specifier: string, from: string): string | null {
  try {
    if (!specifier.startsWith(".")) return realpathSync(createRequire(from).resolve(specifier));
    const path = resolve(dirname(from), specifier);
    return existsSync(path) ? realpathSync(path) : null;
  } catch {
    return workspaceSource(specifier, from);
  }
}

/** In a checkout without a build a linked package resolves to nothing: its manifest says where its source is. */
function workspaceSource(specifier: string, from: string): string | null {
  const [, name, subpath] = /^(@[^/]+\/[^/]+|[^@][^/]*)(\/.*)?$/.exec(specifier) ?? [];
  for (let folder = dirname(from); name !== undefined; folder = dirname(folder)) {
    const home = join(folder, "node_modules", name);
    if (existsSync(join(home, "package.json"))) {
      const { exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
        exports?: Record<string, { "@braidyn/source"?: string }>;
      };
      const source = exports?.[`.${subpath ?? ""}`]?.["@braidyn/source"];
      return source === undefined ? null : realpathSync(join(home, source));
    }
    if (folder === dirname(folder)) return null;
  }
  return null;
}

function installed(path: string): string {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, "package.json"))) continue;
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
      string,
      string
    >;
    if (version !== undefined) return `${name}@${version}`;
  }
  return path;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
