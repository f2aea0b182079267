import { unsupported } from "../hdf5/errors.ts";
import type { Library } from "../write/library.ts";

/** A copy of h5wasm with memory of its own. */
export interface Instance {
  readonly library: Library;
  /** Set when HDF5 has crashed in it: it answers nothing any more, whatever the file. */
  crashed: boolean;
}

/** A crashed copy keeps its memory until the process ends. */
const mostCrashes = 3;

let crashes = 0;
let current: Promise<Instance> | undefined;

/**
 * The copy that reads files. It is not the writer's, so that a damaged file cannot take the writer down, and after a
 * crash the next call loads another.
 *
 * @throws BraidynError `NWB_UNSUPPORTED` when HDF5 has crashed too often in this process.
 */
export async function readingInstance(label: string): Promise<Instance> {
  const last = current;
  if (last !== undefined && (await last).crashed && current === last) {
    current = undefined;
    crashes++;
  }
  if (crashes >= mostCrashes) {
    throw unsupported(label, `what only the HDF5 library reads, which crashed on ${crashes} files before`);
  }
  return (current ??= load(crashes));
}

async function load(copy: number): Promise<Instance> {
  // Modules are kept by address: another query makes another copy.
  const library = (await import(`${import.meta.resolve("h5wasm/node")}?reader=${copy}`)) as Library;
  await library.ready;
  // Without it failed calls return codes that h5wasm ignores.
  library.Module.activate_throwing_error_handler();
  return { library, crashed: false };
}

/** Whether `error` says that WebAssembly itself failed, after which the copy's memory may hold anything. */
export function isCrash(error: unknown): boolean {
  // A trap or an abort is a WebAssembly.RuntimeError; its stack overflows as JavaScript's does.
  return error instanceof RangeError || (error instanceof Error && error.name === "RuntimeError");
}
