import { untilNul } from "../hdf5/cursor.ts";
import { chooseElements, type StoredElements } from "./stored-elements.ts";
import type { StoredAttribute } from "./stored-file.ts";

/** A table's attributes once some of its columns were left out: `colnames` then lists only those that are there. */
export function withoutColumns(
  attributes: readonly StoredAttribute[],
  left: ReadonlySet<string>,
): readonly StoredAttribute[] {
  if (left.size === 0) return attributes;
  return attributes.map((attribute) => {
    const { name, type, shape, elements } = attribute;
    if (name !== "colnames" || shape?.length !== 1) return attribute;
    const columns = names(elements, type.size);
    const kept = columns.filter((column) => !left.has(column));
    if (kept.length === columns.length) return attribute;
    const chosen = chooseElements(elements, type.size, (i) => !left.has(columns[i] as string));
    return { ...attribute, shape: [kept.length], elements: chosen };
  });
}

/** Texts of variable or of fixed length. */
function names({ bytes, pointers }: StoredElements, size: number): string[] {
  return Array.from({ length: bytes.length / size }, (_, i) => {
    const pointer = pointers.find(({ at }) => at === i * size);
    return untilNul(
      pointer?.kind === "heap" ? pointer.object.bytes : bytes.subarray(i * size, (i + 1) * size),
    );
  });
}
