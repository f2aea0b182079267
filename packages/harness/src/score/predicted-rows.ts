/**
 * Where each row of a board is among the predictions; -1 where it is missing. Predictions that were read against the
 * same bundle come in the truth's order, and are then found without a look-up by name.
 *
 * @param rows which of `rowIds` are wanted.
 */
export function predictedRows(
  rowIds: readonly string[],
  rows: Uint32Array,
  predicted: readonly string[],
): Int32Array {
  return placesInOrder(rowIds, rows, predicted) ?? placesByName(rowIds, rows, predicted);
}

function placesInOrder(
  rowIds: readonly string[],
  rows: Uint32Array,
  predicted: readonly string[],
): Int32Array | null {
  const first = rows[0] ?? 0;
  const shift = predicted.indexOf(rowIds[first] ?? "") - first;
  const places = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (predicted[row + shift] !== rowIds[row]) return null;
    places[i] = row + shift;
  }
  return places;
}

function placesByName(
  rowIds: readonly string[],
  rows: Uint32Array,
  predicted: readonly string[],
): Int32Array {
  const placeOf = new Map<string, number>();
  predicted.forEach((id, place) => placeOf.set(id, place));
  return Int32Array.from(rows, (row) => placeOf.get(rowIds[row] ?? "") ?? -1);
}
