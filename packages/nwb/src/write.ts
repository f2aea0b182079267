/**
 * Writes HDF5 files, and so NWB sessions, from a declarative tree.
 *
 * ```ts
 * import { dataset, group, writeHdf5 } from "@braidyn/nwb/write";
 *
 * await writeHdf5("lever.h5", group({ unit: "mm" }, { lever: dataset(Float64Array.of(0.2, 1.4)) }));
 * ```
 */
export {
  dataset,
  group,
  reference,
  softLink,
  type Attribute,
  type DatasetOptions,
  type Hdf5Dataset,
  type Hdf5Group,
  type Hdf5Node,
  type NumericValues,
  type ObjectReference,
  type SoftLink,
  type Values,
} from "./write/tree.ts";
export { writeHdf5 } from "./write/write-hdf5.ts";
