import { BraidynError } from "@braidyn/core";

/** The first bytes of formats that people submit by mistake; xlsx, npz and the like are zip files. */
const packed: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["zip, xlsx", [0x50, 0x4b, 0x03, 0x04]],
  ["zip, xlsx", [0x50, 0x4b, 0x05, 0x06]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0]],
  ["npy", [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ["HDF5", [0x89, 0x48, 0x44, 0x46]],
];

/** Tells a submission's format by its first bytes, whatever it is called. @throws BraidynError `SUBMISSION_COMPRESSED`. */
export function formatOf(start: Uint8Array): "csv" | "parquet" {
  const begins = (bytes: readonly number[]) => bytes.every((byte, i) => start[i] === byte);
  const found = packed.find(([, bytes]) => begins(bytes));
  if (found !== undefined) throw new BraidynError("SUBMISSION_COMPRESSED", { format: found[0] });
  return begins([0x50, 0x41, 0x52, 0x31]) ? "parquet" : "csv";
}
