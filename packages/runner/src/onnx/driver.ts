import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "../isolation/isolation.ts";
import { makeStaging } from "../isolation/workspace/staging.ts";
import { stagingIn } from "../run/staging.ts";

/** What of onnxruntime-web is loaded at run time: the WebAssembly build, and the script that starts it. */
const webAssemblyFiles = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];

let staged: Promise<Place> | null = null;

/**
 * A folder with our own program that checks and runs models, as one file, and onnxruntime-web, whose WebAssembly build
 * has neither network nor telemetry. Written once a process, as every run only reads it.
 */
export function stageDriver(): Promise<Place> {
  staged ??= writeDriver();
  return staged;
}

async function writeDriver(): Promise<Place> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const main = fileURLToPath(new URL(`./inside/main.${extension}`, import.meta.url));
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  const read = webAssemblyFiles.map(async (name) => [name, await readFile(join(folder, name))] as const);
  const files = new Map([
    ["main.mjs", await bundle(main)],
    ["runtime.mjs", await bundle(join(folder, "ort.node.min.mjs"))],
    ...(await Promise.all(read)),
  ]);
  // goes with the process's workspace
  return stagingIn(makeStaging().path).folder("runtime", files);
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
