/**
 * JSON with sorted keys, so that equal values are equal bytes; numbers as ECMAScript writes them, shortest form that
 * reads back the same (RFC 8785). NaN and the infinities become null, keys without a value are left out.
 *
 * @param indent spaces a level, for files that people read.
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(sorted(value), null, indent);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(sorted);
  const record = value as Record<string, unknown>;
  // JSON.stringify puts integer-like keys first whatever we do: objects of ours have none
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, sorted(record[key])]),
  );
}
