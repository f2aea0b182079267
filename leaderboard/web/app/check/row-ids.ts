import { parquetReadObjects } from "hyparquet";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { RowSource } from "./messages.ts";

/** Row ids of one split from its `rows.parquet`, as the bundle has it. */
export async function readRowIds({ address, sha256: expected }: RowSource): Promise<string[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const file = await response.arrayBuffer();
  if (bytesToHex(sha256(new Uint8Array(file))) !== expected)
    throw new Error(`${address} is not the bundle's`);
  const rows = await parquetReadObjects({ file, columns: ["row_id"] });
  return rows.map((row) => String(row["row_id"]));
}
