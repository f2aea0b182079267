import { BraidynError } from "@braidyn/core";
import { Declined, unsupported } from "./hdf5/errors.ts";
import { openOwnReader } from "./hdf5/own-reader.ts";
import type { Hdf5Reader, ReadLimits } from "./hdf5/reader.ts";
import type { ByteSource } from "./hdf5/source.ts";

/** Which reader to use: our own with h5wasm behind it, or either alone. */
export type ReaderChoice = "auto" | "own" | "h5wasm";

/**
 * Opens an HDF5 file with our own reader, and leaves to h5wasm, loaded only then, what that one declines.
 *
 * @throws BraidynError `NWB_NOT_STREAMABLE` for what it declines in a file that is not local.
 */
export async function openHdf5(
  source: ByteSource,
  limits: ReadLimits,
  choice: ReaderChoice,
): Promise<Hdf5Reader> {
  let second: Promise<Hdf5Reader> | undefined;
  const fallBack = (declined: Declined): Promise<Hdf5Reader> => {
    if (choice === "own") throw unsupported(source.label, declined.message);
    if (source.path === undefined) {
      throw new BraidynError("NWB_NOT_STREAMABLE", { path: source.label, what: declined.message });
    }
    return (second ??= openH5wasm(source.path, limits));
  };
  const first =
    choice === "h5wasm" ? fallBack(new Declined("our own reader")) : openOwnReader(source, limits);
  const reader = await orElse(() => first, fallBack);
  let open = true;
  const either = async <T>(work: (reader: Hdf5Reader) => Promise<T>): Promise<T> => {
    // What lies in a cache could still be read: the answer must not depend on that.
    if (!open) throw new BraidynError("NWB_CLOSED", { path: source.label });
    return orElse(
      () => work(reader),
      async (declined) => work(await fallBack(declined)),
    );
  };
  return {
    label: source.label,
    members: (path) => either((file) => file.members(path)),
    names: (path) => either((file) => file.names(path)),
    dataset: (path) => either((file) => file.dataset(path)),
    attributes: (path) => either((file) => file.attributes(path)),
    read: (path, rows) => either((file) => file.read(path, rows)),
    close() {
      open = false;
      source.close();
      void second?.then((file) => file.close()).catch(() => undefined);
    },
  };
}

async function orElse<T>(work: () => Promise<T>, instead: (declined: Declined) => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Declined) return instead(error);
    throw error;
  }
}

async function openH5wasm(path: string, limits: ReadLimits): Promise<Hdf5Reader> {
  const { openH5wasmReader } = await import("./h5wasm/h5wasm-reader.ts");
  return openH5wasmReader(path, limits);
}
