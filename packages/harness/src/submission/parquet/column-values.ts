import { damaged } from "./damaged.ts";
import type { ColumnChunk } from "./footer.ts";
import { readHybrid } from "./hybrid.ts";
import { readPages, type Page } from "./pages.ts";

/**
 * Gives a chunk's values to `take`, row by row; null where there is none.
 *
 * @param plain decodes so many values of a page.
 * @throws BraidynError `SUBMISSION_PARQUET`.
 */
export function eachValue<T>(
  file: Uint8Array,
  { chunk, optional }: { readonly chunk: ColumnChunk; readonly optional: boolean },
  plain: (bytes: Uint8Array, count: number) => ArrayLike<T>,
  take: (value: T | null, row: number) => void,
): void {
  let dictionary: ArrayLike<T> | null = null;
  let row = 0;
  for (const page of readPages(file, chunk, optional)) {
    if (page.dictionary) {
      dictionary = plain(page.values, page.count);
      continue;
    }
    const { present, count } = page;
    const known = present === null ? count : present.reduce((sum, level) => sum + Math.min(1, level), 0);
    const values = page.indices ? looked(page, known, dictionary) : plain(page.values, known);
    for (let i = 0, next = 0; i < count; i++, row++) {
      take(present === null || present[i] !== 0 ? values[next++]! : null, row);
    }
  }
}

function looked<T>({ values }: Page, count: number, dictionary: ArrayLike<T> | null): ArrayLike<T> {
  if (count === 0) return [];
  const width = values[0];
  if (dictionary === null || width === undefined) throw damaged("page: no dictionary");
  const indices = width === 0 ? new Uint32Array(count) : readHybrid(values.subarray(1), width, count);
  return Array.from(indices, (index) => {
    if (index >= dictionary.length) throw damaged(`dictionary entry ${index} >= ${dictionary.length}`);
    return dictionary[index]!;
  });
}
