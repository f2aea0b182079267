import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * Writes this package, the one it needs and the fuzz scripts into `folder` as the JavaScript that is published, and
 * returns the path of the script. tsx would do to run it, not to measure it: it transforms the 4 MB line of h5wasm
 * too, which takes 600 MB to 1.3 GB where h5wasm itself takes 12 MB.
 */
export function plainJavaScript(folder: string): string {
  const core = join(folder, "node_modules/@braidyn/core");
  transpile(join(root, "packages/core/src"), core);
  transpile(join(root, "packages/nwb/src"), join(folder, "src"));
  transpile(join(root, "packages/nwb/test/fuzz"), join(folder, "test/fuzz"));
  const description = { type: "module", exports: "./index.js" };
  writeFileSync(join(core, "package.json"), JSON.stringify({ name: "@braidyn/core", ...description }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  symlinkSync(installed("h5wasm"), join(folder, "node_modules/h5wasm"), "junction");
  return join(folder, "test/fuzz/fuzz-files.js");
}

function transpile(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const target = join(to, name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, javaScriptOf(readFileSync(join(from, name), "utf8")));
  }
}

function javaScriptOf(source: string): string {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}

function installed(name: string): string {
  const places = [join(root, "packages/nwb/node_modules", name), join(root, "node_modules", name)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}
