/** How wide a font's characters are. */
export interface FontMetrics {
  /** Width of a text at a size, in the size's unit. */
  width(text: string, size: number): number;
}

/**
 * Reads advance widths off a TrueType file. Vega lays labels out by the width of their text; without a canvas it would
 * guess it, and guess Japanese too narrow.
 * Source: OpenType 1.9, tables `head`, `hhea`, `hmtx` and `cmap` (format 12, else 4).
 */
export function openFont(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readDirectory(view);
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
  const unitsPerEm = view.getUint16(at("head") + 18);
  const measured = view.getUint16(at("hhea") + 34);
  const metrics = at("hmtx");
  const glyphOf = readCharacterMap(view, at("cmap"));
  const advances = new Map<number, number>();
  const advance = (character: number): number => {
    const known = advances.get(character);
    if (known !== undefined) return known;
    const glyph = Math.min(glyphOf(character), measured - 1);
    const units = view.getUint16(metrics + 4 * glyph) / unitsPerEm;
    advances.set(character, units);
    return units;
  };
  return {
    width: (text, size) => {
      let units = 0;
      for (const character of text) units += advance(character.codePointAt(0) as number);
      return units * size;
    },
  };
}

function readDirectory(view: DataView): Map<string, number> {
  const count = view.getUint16(4);
  const tables = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}

type GlyphOf = (character: number) => number;

function readCharacterMap(view: DataView, cmap: number): GlyphOf {
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, i) => cmap + view.getUint32(cmap + 4 + 8 * i + 4),
  );
  const format = (wanted: number) => subtables.find((offset) => view.getUint16(offset) === wanted);
  const full = format(12);
  if (full !== undefined) return (character) => glyphInGroups(view, full, character);
  const basic = format(4);
  if (basic !== undefined) return (character) => glyphInSegments(view, basic, character);
  throw new Error("the font maps no Unicode characters");
}

/** Format 12: groups of (first character, last character, first glyph). */
function glyphInGroups(view: DataView, table: number, character: number): number {
  let [low, high] = [0, view.getUint32(table + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const group = table + 16 + 12 * middle;
    if (character < view.getUint32(group)) high = middle - 1;
    else if (character > view.getUint32(group + 4)) low = middle + 1;
    else return view.getUint32(group + 8) + character - view.getUint32(group);
  }
  return 0;
}

/** Format 4: parallel arrays of last characters, first characters, deltas and offsets. */
function glyphInSegments(view: DataView, table: number, character: number): number {
  const twice = view.getUint16(table + 6);
  for (let i = 0; i < twice; i += 2) {
    if (character > view.getUint16(table + 14 + i)) continue;
    const start = view.getUint16(table + 16 + twice + i);
    if (character < start) return 0;
    const delta = view.getUint16(table + 16 + 2 * twice + i);
    const offsetAt = table + 16 + 3 * twice + i;
    const offset = view.getUint16(offsetAt);
    if (offset === 0) return (character + delta) & 0xffff;
    const glyph = view.getUint16(offsetAt + offset + 2 * (character - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
