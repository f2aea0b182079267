import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { EntryFiles } from "../entry/entry.ts";

/** What of onnxruntime-web runs in Node without threads of its own. */
const runtimeFiles = ["ort.node.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];

let driver: Promise<EntryFiles> | null = null;
let runtime: Promise<EntryFiles> | null = null;

/** Our own program that checks and runs a model, as one file: what is beside it here is not to be seen in a sandbox. */
export function driverFiles(): Promise<EntryFiles> {
  driver ??= bundleDriver();
  return driver;
}

async function bundleDriver(): Promise<EntryFiles> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./inside/main.${extension}`, import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    tsconfigRaw: "{}",
    logLevel: "silent",
  });
  return new Map([["main.mjs", (outputFiles[0] as { contents: Uint8Array }).contents]]);
}

/** onnxruntime-web's files; the WebAssembly build has neither network nor telemetry. */
export function runtimeFilesOf(): Promise<EntryFiles> {
  runtime ??= readRuntime();
  return runtime;
}

async function readRuntime(): Promise<EntryFiles> {
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  const files = runtimeFiles.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return new Map(await Promise.all(files));
}
