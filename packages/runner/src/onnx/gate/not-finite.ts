/** What a number that is none is called: `NaN` or `Infinity`; null where all of `bytes` are finite numbers. */
export function findNotFinite(bytes: Uint8Array, type: number): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 1) return scan(bytes.length, 4, (at) => view.getFloat32(at, true));
  if (type === 11) return scan(bytes.length, 8, (at) => view.getFloat64(at, true));
  // float16 and bfloat16: not finite where all bits of the exponent are set. Source: IEEE 754
  if (type === 10) return scan(bytes.length, 2, (at) => smallFloat(view.getUint16(at, true), 0x7c00, 0x03ff));
  if (type === 16) return scan(bytes.length, 2, (at) => smallFloat(view.getUint16(at, true), 0x7f80, 0x007f));
  return null;
}

function scan(length: number, size: number, read: (at: number) => number): string | null {
  for (let at = 0; at + size <= length; at += size) {
    const value = read(at);
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : "Infinity";
  }
  return null;
}

function smallFloat(bits: number, exponent: number, fraction: number): number {
  if ((bits & exponent) !== exponent) return 0;
  return (bits & fraction) === 0 ? Infinity : NaN;
}
