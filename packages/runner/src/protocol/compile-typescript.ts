import { BraidynError } from "@braidyn/core";
import { posix } from "node:path";
import type { EntryFiles } from "../entry/entry.ts";
import { transpile } from "./transpile.ts";

const typeScript = /\.m?ts$/;
const declarations = /\.d\.m?ts$/;

/**
 * An entry's files as Node runs them, on every version alike: TypeScript becomes an ES module of the same name with the
 * ending `.mjs`, and imports follow. Text is only transformed, file by file; nothing is bundled, resolved or run. A
 * source map inside each file keeps line numbers those of the TypeScript.
 *
 * @throws BraidynError `ENTRY_TYPESCRIPT` with its line, `ENTRY_TYPESCRIPT_CLASH`.
 */
export async function compileTypeScript(files: EntryFiles): Promise<EntryFiles> {
  const sources = [...files.keys()].filter((path) => typeScript.test(path) && !declarations.test(path));
  if (sources.length === 0) return files;
  const compiled = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (!sources.includes(path)) {
      if (!declarations.test(path)) compiled.set(path, bytes);
      continue;
    }
    const name = compiledName(path);
    if (files.has(name)) throw new BraidynError("ENTRY_TYPESCRIPT_CLASH", { path, compiled: name });
    compiled.set(name, new TextEncoder().encode(await compileFile(path, bytes, sources)));
  }
  return compiled;
}

/** What a program is called once it was compiled. */
export function compiledName(path: string): string {
  return path.replace(typeScript, ".mjs");
}

/** How esbuild prints what it imports: static imports start a line. */
const imports = /(^(?:import|export) (?:[\w$\\\s{},*]{0,20000}? from )?|\bimport\()"(\.[^"\n]{1,240})"/gm;

/** Relative imports of TypeScript files name what these became. Lines stay; columns after an import move. */
async function compileFile(path: string, bytes: Uint8Array, sources: readonly string[]): Promise<string> {
  const code = await transpile(path, bytes);
  return code.replace(imports, (whole, before: string, specifier: string) => {
    const target = importTarget(specifier, path, sources);
    return target === null ? whole : `${before}"${target}"`;
  });
}

/** `./model.ts`, and as bundlers take it `./model` and `./model.js`, where the entry has `model.ts`. */
function importTarget(specifier: string, path: string, sources: readonly string[]): string | null {
  if (!/^\.\.?\//.test(specifier)) return null;
  const endings = [specifier, `${specifier}.ts`, specifier.replace(/\.(m?)js$/, ".$1ts")];
  const found = endings.find((name) => sources.includes(posix.join(posix.dirname(path), name)));
  return found === undefined ? null : compiledName(found);
}
