import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Dataset, Entity, File, Metadata, OutputData, Reference } from "h5wasm/node";
import { unsupported } from "../hdf5/errors.ts";
import type { DatasetInfo, Hdf5Reader, ReadLimits } from "../hdf5/reader.ts";
import type { AttributeValue, Scalar, Values } from "../hdf5/values.ts";
import type { Library } from "../write/library.ts";
import { isCrash, readingInstance, type Instance } from "./instance.ts";

/** Filters that this build of HDF5 undoes; for any other it would return garbage. */
const knownFilters = [1, 2, 3, 4, 6];

/**
 * Opens a local HDF5 file with h5wasm: for what our own reader declines, and as the oracle it is tested against.
 *
 * @throws BraidynError `NWB_CORRUPT` for whatever HDF5 reports, `NWB_UNSUPPORTED` for data in other files; any method too.
 */
export async function openH5wasmReader(path: string, limits: ReadLimits): Promise<Hdf5Reader> {
  let opened = await openIn(await readingInstance(path), path);
  let open = true;

  const guard = async <T>(work: (library: Library, file: File) => T): Promise<T> => {
    if (!open) throw new BraidynError("NWB_CLOSED", { path });
    // Another file may have crashed the copy that this one was open in.
    if (opened.instance.crashed) opened = await openIn(await readingInstance(path), path);
    const { instance, file } = opened;
    return guarded(path, instance, () => work(instance.library, file));
  };

  const members = async (locator: string) =>
    guard((library, file) => {
      const entity = resolve(library, file, locator);
      return entity instanceof library.Group ? entity.keys().sort() : null;
    });

  return {
    label: path,
    members,
    names: members,
    dataset: async (locator) =>
      guard((library, file) => {
        const entity = resolve(library, file, locator);
        return entity instanceof library.Dataset ? describe(library, entity.metadata) : null;
      }),
    attributes: async (locator) =>
      guard((library, file) => {
        const entity = resolve(library, file, locator);
        const values = new Map<string, AttributeValue>();
        if (!(entity instanceof library.Group) && !(entity instanceof library.Dataset)) return values;
        for (const [name, attribute] of Object.entries(entity.attrs)) {
          const { value, metadata } = attribute;
          const plain = value === null ? null : toValues(library, file, value, metadata);
          const scalar = metadata.shape?.length === 0;
          const boolean = scalar && describe(library, metadata).elements === "boolean";
          values.set(
            name,
            plain === null ? null : boolean ? plain[0] === 1 : scalar ? (plain[0] as Scalar) : plain,
          );
        }
        return values;
      }),
    read: async (locator, rows) =>
      guard((library, file) => {
        const entity = resolve(library, file, locator);
        if (!(entity instanceof library.Dataset)) throw unsupported(path, `${locator}, which is no dataset`);
        return readDataset(library, file, entity, rows, limits, path);
      }),
    close() {
      const { instance, file } = opened;
      if (open && !instance.crashed) guarded(path, instance, () => file.close());
      open = false;
    },
  };
}

interface OpenFile {
  readonly instance: Instance;
  readonly file: File;
}

async function openIn(instance: Instance, path: string): Promise<OpenFile> {
  return { instance, file: guarded(path, instance, () => new instance.library.File(path, "r")) };
}

function readDataset(
  library: Library,
  file: File,
  dataset: Dataset,
  rows: readonly [number, number] | undefined,
  { maxReadBytes }: ReadLimits,
  path: string,
): Values {
  const { metadata } = dataset;
  const { shape } = metadata;
  if (metadata.virtual_sources?.length) throw unsupported(path, "data that lie in other files");
  const unknown = dataset.filters.find(({ id }) => !knownFilters.includes(id));
  if (unknown) throw unsupported(path, `the compression filter ${unknown.id} (${unknown.name})`);
  if (shape === null || metadata.total_size === 0) return emptyValues(library, metadata);
  const count = shape.length === 0 ? 1 : (shape[0] as number);
  const [from, to] = rows ?? [0, count];
  if (from === to) return emptyValues(library, metadata);
  const bytes = (metadata.total_size / count) * (to - from) * metadata.size;
  if (!(bytes <= maxReadBytes)) {
    throw new BraidynError("NWB_TOO_LARGE", {
      path,
      what: dataset.path,
      bytes: String(bytes),
      limit: maxReadBytes,
    });
  }
  const whole = from === 0 && to === count;
  const value = whole ? dataset.value : dataset.slice([[from, to], ...shape.slice(1).map(() => [] as never)]);
  return value === null ? [] : toValues(library, file, value, metadata);
}

function emptyValues(library: Library, metadata: Metadata): Values {
  return describe(library, metadata).elements === "string" ? [] : new Float64Array(0);
}

const mostSoftLinks = 32;

/**
 * The object at `locator`; null where there is none. Links are followed here, step by step: HDF5 would follow one to
 * another file, and throws where a name is missing.
 */
function resolve(library: Library, file: File, locator: string, left = mostSoftLinks): Entity | null {
  let path = "";
  for (const name of locator.split("/").filter((part) => part !== "" && part !== ".")) {
    const parent = file.get(path || "/");
    if (!(parent instanceof library.Group) || !parent.keys().includes(name)) return null;
    const next = `${path}/${name}`;
    const external = file.get_external_link(next) as { filename?: string };
    if (external.filename !== undefined)
      throw unsupported(file.filename, `${next}, which lies in another file`);
    const target = file.get_link(next) as string | null;
    if (target === null) {
      path = next;
      continue;
    }
    const followed =
      left > 0
        ? resolve(library, file, target.startsWith("/") ? target : `${path}/${target}`, left - 1)
        : null;
    if (!(followed instanceof library.Group) && !(followed instanceof library.Dataset)) return null;
    path = followed.path;
  }
  return file.get(path || "/");
}

function describe(library: Library, metadata: Metadata): DatasetInfo {
  const types = library.Module.H5T_class_t;
  const members = Object.keys(metadata.enum_type?.members ?? {});
  const isNumber = [types.H5T_INTEGER.value, types.H5T_FLOAT.value, types.H5T_ENUM.value].some(
    (type) => type === metadata.type,
  );
  const elements =
    metadata.type === types.H5T_STRING.value
      ? "string"
      : members.join() === "FALSE,TRUE"
        ? "boolean"
        : isNumber
          ? "number"
          : "other";
  return { shape: metadata.shape, elements, elementBytes: metadata.size };
}

function toValues(library: Library, file: File, value: OutputData, metadata: Metadata): Values {
  // h5wasm gives wrong numbers for some compounds.
  if (metadata.compound_type) throw unsupported(file.filename, "compound elements");
  const listed = ArrayBuffer.isView(value) || Array.isArray(value) ? value : [value];
  if (listed instanceof BigInt64Array || listed instanceof BigUint64Array)
    return Float64Array.from(listed, Number);
  if (listed instanceof Int8Array && describe(library, metadata).elements === "boolean")
    return Uint8Array.from(listed);
  if (ArrayBuffer.isView(listed)) return listed as unknown as Values;
  const elements = (listed as OutputData[]).map((element) => plain(library, file, element, metadata));
  const areNumbers = elements.every((element) => typeof element === "number");
  return areNumbers && elements.length > 0 ? Float64Array.from(elements) : elements;
}

function plain(library: Library, file: File, element: OutputData, metadata: Metadata): Scalar {
  if (typeof element === "bigint") return Number(element);
  if (element instanceof library.Reference) return reference(library, file, element);
  if (typeof element === "string" && metadata.strpad === 2) return element.replace(/ +$/, "");
  return element as Scalar;
}

function reference(library: Library, file: File, { ref_data }: Reference): Scalar {
  if (ref_data.every((byte) => byte === 0)) return null;
  return { reference: library.Module.get_referenced_name(file.file_id, ref_data, true) };
}

/** What HDF5 throws says little to a user, but it does say that the file is not what it should be. */
function guarded<T>(path: string, instance: Instance, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (isBraidynError(cause)) throw cause;
    if (isCrash(cause)) instance.crashed = true;
    const detail = cause instanceof Error ? cause.message : String(cause);
    const what = `HDF5 reports: ${detail.split("\n")[0]?.slice(0, 200) ?? "an error"}`;
    throw new BraidynError("NWB_CORRUPT", { path, offset: 0, what }, { cause });
  }
}
