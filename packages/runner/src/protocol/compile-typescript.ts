import { BraidynError } from "@braidyn/core";
import type { TransformFailure } from "esbuild";
import { posix } from "node:path";
import type { EntryFiles } from "../entry/entry.ts";

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

async function compileFile(path: string, bytes: Uint8Array, sources: readonly string[]): Promise<string> {
  const { transform } = await import("esbuild");
  try {
    const { code, map } = await transform(new TextDecoder().decode(bytes), {
      loader: "ts",
      format: "esm",
      target: "node20",
      sourcefile: posix.basename(path),
      sourcemap: "external",
      sourcesContent: false,
      tsconfigRaw: "{}",
      logLevel: "silent",
    });
    const run = await withImports(code, path, sources);
    const inline = Buffer.from(map).toString("base64");
    return `${run}//# sourceMappingURL=data:application/json;base64,${inline}\n`;
  } catch (cause) {
    const [first] = (cause as Partial<TransformFailure>).errors ?? [];
    if (first === undefined) throw cause;
    const line = first.location?.line ?? 1;
    throw new BraidynError("ENTRY_TYPESCRIPT", { path, line, reason: first.text }, { cause });
  }
}

/** Relative imports of TypeScript files name what these became. Lines stay; columns after an import move. */
async function withImports(code: string, path: string, sources: readonly string[]): Promise<string> {
  const { init, parse } = await import("es-module-lexer");
  await init;
  const [imports] = parse(code);
  let result = "";
  let from = 0;
  for (const { n: specifier, s: start, e: end, d: dynamic } of imports) {
    const target = specifier === undefined ? null : importTarget(specifier, path, sources);
    if (target === null) continue;
    // of a dynamic import, start and end hold the quotes
    result += code.slice(from, start) + (dynamic > -1 ? JSON.stringify(target) : target);
    from = end;
  }
  return result + code.slice(from);
}

/** `./model.ts`, and as bundlers take it `./model` and `./model.js`, where the entry has `model.ts`. */
function importTarget(specifier: string, path: string, sources: readonly string[]): string | null {
  if (!/^\.\.?\//.test(specifier)) return null;
  const endings = [specifier, `${specifier}.ts`, specifier.replace(/\.(m?)js$/, ".$1ts")];
  const found = endings.find((name) => sources.includes(posix.join(posix.dirname(path), name)));
  return found === undefined ? null : compiledName(found);
}
