/** Vectors taken at a time: 4 x 4 sums stay in registers, and each value that is loaded is used four times. */
const TILE = 4;

/**
 * Products of all pairs of vectors, `v_i . v_j`: symmetric, size x size, row by row. More than ten times faster than
 * ml-matrix' `mmul` of a matrix with its transpose.
 *
 * @param vectors `size` vectors of `length` values, one after the other.
 */
export function gramMatrix(vectors: Float64Array, size: number, length: number): Float64Array {
  const paddedSize = Math.ceil(size / TILE) * TILE;
  const padded = new Float64Array(paddedSize * length);
  padded.set(vectors);
  const gram = new Float64Array(size * size);
  const tile = new Float64Array(TILE * TILE);
  for (let i = 0; i < size; i += TILE) {
    for (let j = i; j < size; j += TILE) {
      multiplyTile(tile, padded, length, i, j);
      placeTile(gram, size, tile, i, j);
    }
  }
  return gram;
}

/** rows x columns, row by row, turned into columns x rows. */
export function transposed(data: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(data.length);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) turned[column * rows + row] = data[i]!;
  }
  return turned;
}

/** Products of the vectors i to i + 3 with j to j + 3. Written out: a loop over the sums would take them to memory. */
function multiplyTile(tile: Float64Array, v: Float64Array, length: number, i: number, j: number): void {
  // prettier-ignore
  const a0 = i * length, a1 = a0 + length, a2 = a1 + length, a3 = a2 + length;
  // prettier-ignore
  const b0 = j * length, b1 = b0 + length, b2 = b1 + length, b3 = b2 + length;
  // prettier-ignore
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0;
  // prettier-ignore
  let s20 = 0, s21 = 0, s22 = 0, s23 = 0, s30 = 0, s31 = 0, s32 = 0, s33 = 0;
  for (let k = 0; k < length; k++) {
    // prettier-ignore
    const x0 = v[a0 + k]!, x1 = v[a1 + k]!, x2 = v[a2 + k]!, x3 = v[a3 + k]!;
    // prettier-ignore
    const y0 = v[b0 + k]!, y1 = v[b1 + k]!, y2 = v[b2 + k]!, y3 = v[b3 + k]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  tile.set([s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33]);
}

/** Writes a tile and its mirror image, without the padding. */
function placeTile(gram: Float64Array, size: number, tile: Float64Array, i: number, j: number): void {
  for (let r = i; r < Math.min(i + TILE, size); r++) {
    for (let c = j; c < Math.min(j + TILE, size); c++) {
      const product = tile[(r - i) * TILE + (c - j)]!;
      gram[r * size + c] = product;
      gram[c * size + r] = product;
    }
  }
}
