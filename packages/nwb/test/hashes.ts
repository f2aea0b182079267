import { createHash } from "node:crypto";

/** SHA-256 of values as little-endian float64, every NaN as 0x7ff8000000000000: how the truth files say "equal". */
export function sha256OfFloat64(values: ArrayLike<number>): string {
  const copy = Float64Array.from(values);
  const words = new BigUint64Array(copy.buffer);
  for (let i = 0; i < copy.length; i++) if (Number.isNaN(copy[i])) words[i] = 0x7ff8000000000000n;
  return createHash("sha256").update(new Uint8Array(copy.buffer)).digest("hex");
}
