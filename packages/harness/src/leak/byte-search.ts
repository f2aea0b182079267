/** Something to be looked for. */
export interface Needle {
  readonly what: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
  /** Whether a digit may not follow: 5 is not meant where 54 stands. */
  readonly ends: boolean;
}

/** Finds the first of many needles, each of at least four bytes, in one pass over bytes however many they are. */
export function createByteSearch(needles: readonly Needle[]): (bytes: Uint8Array) => Needle | null {
  const pairs = new Uint8Array(0x10000);
  const byStart = new Map<number, Needle[]>();
  for (const needle of needles) {
    const [a = 0, b = 0] = needle.bytes;
    pairs[(a << 8) | b] = 1;
    const start = startOf(needle.bytes, 0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  return (bytes) => {
    for (let i = 0; i + 4 <= bytes.length; i++) {
      if (pairs[((bytes[i] as number) << 8) | (bytes[i + 1] as number)] === 0) continue;
      const found = byStart.get(startOf(bytes, i))?.find((needle) => standsAt(needle, bytes, i));
      if (found !== undefined) return found;
    }
    return null;
  };
}

function startOf(bytes: Uint8Array, i: number): number {
  return (
    (((bytes[i] as number) << 24) |
      ((bytes[i + 1] as number) << 16) |
      ((bytes[i + 2] as number) << 8) |
      (bytes[i + 3] as number)) >>>
    0
  );
}

function standsAt({ bytes: needle, ends }: Needle, bytes: Uint8Array, at: number): boolean {
  if (at + needle.length > bytes.length) return false;
  for (let k = 4; k < needle.length; k++) if (bytes[at + k] !== needle[k]) return false;
  return !(ends && isDigit(bytes[at + needle.length]));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
