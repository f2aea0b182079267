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
  const shift = rows.length === 0 ? 0 : predicted.indexOf(rowIds[rows[0]!] ?? "") - rows[0]!;
  const inOrder = Int32Array.from(rows, (row) => (predicted[row + shift] === rowIds[row] ? row + shift : -1));
  if (!inOrder.includes(-1)) return inOrder;
  const placeOf = new Map<string, number>();
  predicted.forEach((id, place) => placeOf.set(id, place));
  return Int32Array.from(rows, (row) => placeOf.get(rowIds[row] ?? "") ?? -1);
}
