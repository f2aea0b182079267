import type * as h5wasm from "h5wasm/node";

/** The parts of h5wasm that write. */
export type Library = typeof h5wasm;

let loading: Promise<Library> | undefined;

/** h5wasm, loaded when first needed: it is 4 MB of WebAssembly. */
export function loadLibrary(): Promise<Library> {
  return (loading ??= load());
}

async function load(): Promise<Library> {
  const library = await import("h5wasm/node");
  await library.ready;
  // Without it failed calls return codes that h5wasm ignores.
  library.Module.activate_throwing_error_handler();
  return library;
}
