import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EntryFiles } from "../entry/entry.ts";

/** What of onnxruntime-web is loaded at run time: the WebAssembly build, and the script that starts it. */
const webAssemblyFiles = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];

let driver: Promise<EntryFiles> | null = null;
let runtime: Promise<EntryFiles> | null = null;

/** Our own program that checks and runs a model, as one file: what is beside it here is not to be seen in a sandbox. */
export function driverFiles(): Promise<EntryFiles> {
  driver ??= bundleDriver();
  return driver;
}

async function bundleDriver(): Promise<EntryFiles> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const main = fileURLToPath(new URL(`./inside/main.${extension}`, import.meta.url));
  return new Map([["main.mjs", await bundle(main)]]);
}

/** onnxruntime-web's files; its WebAssembly build has neither network nor telemetry. */
export function runtimeFilesOf(): Promise<EntryFiles> {
  runtime ??= readRuntime();
  return runtime;
}

async function readRuntime(): Promise<EntryFiles> {
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  const read = webAssemblyFiles.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return new Map([
    ["runtime.mjs", await bundle(join(folder, "ort.node.min.mjs"))],
    ...(await Promise.all(read)),
  ]);
}

/** A module and all that it imports as one file. */
async function bundle(entry: string): Promise<Uint8Array> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    tsconfigRaw: "{}",
    logLevel: "silent",
  });
  return (outputFiles[0] as { contents: Uint8Array }).contents;
}
