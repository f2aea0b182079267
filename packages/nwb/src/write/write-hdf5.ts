import { closeSync, existsSync, openSync, renameSync, rmSync, truncateSync } from "node:fs";
import { resolve } from "node:path";
import { BraidynError } from "@braidyn/core";
import { loadLibrary, type Library } from "./library.ts";
import { clearModificationTime, declareBoolean } from "./object-header.ts";
import { createAttribute, createDataset, isReference } from "./object-writer.ts";
import type { Hdf5Group, Hdf5Node } from "./tree.ts";

/** An object of the tree by its absolute path. */
type Placed = readonly [path: string, node: Hdf5Node];

/**
 * Writes `root` and all below it as the HDF5 file `path`, replacing what is there. The file appears under its name only
 * when it is whole; until then it is `<path>.part`. The same tree gives the same bytes.
 *
 * @throws BraidynError `NWB_WRITE_FAILED` when the folder is missing or full or may not be written.
 */
export async function writeHdf5(path: string, root: Hdf5Group): Promise<void> {
  const library = await loadLibrary();
  const target = resolve(path);
  const part = `${target}.part`;
  try {
    writePart(library, part, root);
    renameSync(part, target);
  } catch (cause) {
    discard(part);
    throw writeFailure(path, cause);
  }
}

function writePart(library: Library, part: string, root: Hdf5Group): void {
  closeSync(openSync(part, "w")); // says plainly what is wrong with the folder, which HDF5 does not
  const nodes = [...placed("/", root)];
  const addresses = fill(library, part, nodes);
  const file = openSync(part, "r+");
  try {
    for (const [path, node] of nodes) {
      const address = addresses.get(path);
      if (node.kind !== "dataset" || address === undefined) continue;
      clearModificationTime(file, address);
      if (node.boolean) declareBoolean(file, address);
    }
  } finally {
    closeSync(file);
  }
}

/** Writes the objects and returns the byte address of each dataset's header. */
function fill(library: Library, part: string, nodes: readonly Placed[]): Map<string, number> {
  // Superblock and object headers of version 0 and 1, as h5py writes them; what `object-header.ts` edits.
  const file = new library.File(part, "w", { libver: ["earliest", "latest"] });
  try {
    for (const [path, node] of nodes) create(library, file.file_id, path, node);
    createReferences(library, file.file_id, nodes);
    const addresses = addressesOf(library, file.file_id, nodes);
    file.flush();
    return addresses;
  } finally {
    file.close();
  }
}

function create(library: Library, file: bigint, path: string, node: Hdf5Node): void {
  if (node.kind === "soft-link") {
    library.Module.create_soft_link(file, node.target, path);
    return;
  }
  if (node.kind === "dataset") createDataset(library, file, path, node);
  else if (path !== "/") library.Module.create_group(file, path, false);
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (!isReference(value)) createAttribute(library, file, path, name, value);
  }
}

/** References come last: only then is everything there that they point to. */
function createReferences(library: Library, file: bigint, nodes: readonly Placed[]): void {
  for (const [path, node] of nodes) {
    if (node.kind === "soft-link") continue;
    for (const [name, value] of Object.entries(node.attributes ?? {})) {
      if (isReference(value)) createAttribute(library, file, path, name, value);
    }
  }
}

/** An object reference is the address of the object's header. */
function addressesOf(library: Library, file: bigint, nodes: readonly Placed[]): Map<string, number> {
  const addresses = new Map<string, number>();
  for (const [path, node] of nodes) {
    if (node.kind !== "dataset") continue;
    const bytes = Uint8Array.from(library.Module.create_object_reference(file, path));
    addresses.set(path, Number(new DataView(bytes.buffer).getBigUint64(0, true)));
  }
  return addresses;
}

function* placed(path: string, node: Hdf5Node): Generator<Placed> {
  yield [path, node];
  if (node.kind !== "group") return;
  for (const [name, child] of Object.entries(node.children)) {
    yield* placed(path === "/" ? `/${name}` : `${path}/${name}`, child);
  }
}

/** HDF5 may keep a file open that it failed to write; emptied first, it gives its disk space back all the same. */
function discard(part: string): void {
  if (!existsSync(part)) return;
  truncateSync(part);
  rmSync(part);
}

/** Failing systems and HDF5 calls are news for people; a tree that cannot be written is the caller's bug. */
function writeFailure(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof RangeError || cause instanceof TypeError) return cause;
  return new BraidynError("NWB_WRITE_FAILED", { path, reason: reasonOf(cause.message) }, { cause });
}

/** Of HDF5's forty lines, the system's own words or else the first complaint. */
function reasonOf(message: string): string {
  if (!message.startsWith("HDF5-DIAG")) return message;
  const found = /error message = '([^']*)'/.exec(message) ?? /#000: .*?\(\): (.*)/.exec(message);
  return found?.[1] ?? "HDF5 failed";
}
