import { BraidynError } from "@braidyn/core";
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { gramMatrix, transposed } from "./gram-matrix.ts";
import { columnProducts, rowProducts } from "./products.ts";

/** A system X'X + lambda I that has been factored once. */
export interface PenalizedSystem {
  /** The w that minimises |X w - y|^2 + lambda |w|^2, for a y of one value a row. */
  fit(y: Float64Array): Float64Array;
  /** The w with (X'X + lambda I) w = r, for an r of one value a column. */
  solve(r: Float64Array): Float64Array;
}

interface Table {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Factors X'X + lambda I (columns x columns), or X X' + lambda I (rows x rows) where that is smaller.
 *
 * @throws BraidynError `MODEL_LAMBDA` where lambda is too small, in floating point, to make the system solvable.
 */
export function penalizedSystem(x: Table, lambda: number): PenalizedSystem {
  return x.rows < x.columns ? dualSystem(x, lambda) : primalSystem(x, lambda);
}

function primalSystem(x: Table, lambda: number): PenalizedSystem {
  const gram = gramMatrix(transposed(x.data, x.rows, x.columns), x.columns, x.rows);
  const solve = factored(gram, x.columns, lambda);
  return { solve, fit: (y) => solve(columnProducts(x, y)) };
}

/** X'(X X' + lambda I)^-1 y; and by Woodbury, (X'X + lambda I)^-1 r = (r - X'(X X' + lambda I)^-1 X r) / lambda. */
function dualSystem(x: Table, lambda: number): PenalizedSystem {
  const solveRows = factored(gramMatrix(x.data, x.rows, x.columns), x.rows, lambda);
  const fit = (y: Float64Array): Float64Array => columnProducts(x, solveRows(y));
  const solve = (r: Float64Array): Float64Array => {
    const inside = fit(rowProducts(x, r));
    return r.map((value, column) => (value - inside[column]!) / lambda);
  };
  return { solve, fit };
}

function factored(gram: Float64Array, size: number, lambda: number): (r: Float64Array) => Float64Array {
  for (let i = 0; i < size; i++) gram[i * size + i]! += lambda;
  const cholesky = new CholeskyDecomposition(Matrix.from1DArray(size, size, gram));
  if (!cholesky.isPositiveDefinite()) throw new BraidynError("MODEL_LAMBDA", { lambda: String(lambda) });
  return (r) => Float64Array.from(cholesky.solve(Matrix.columnVector(r)).to1DArray());
}
