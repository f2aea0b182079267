/**
 * Every column to mean 0 and standard deviation 1 over all its values, row by row in `data`; a constant column to 0.
 * Takes from a session what its brightness and its indicator tell.
 */
export function zScored(data: Float32Array, columns: number): Float32Array {
  const rows = data.length / columns;
  const scored = new Float32Array(data.length);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let i = column; i < data.length; i += columns) sum += data[i] as number;
    const mean = sum / rows;
    let squares = 0;
    for (let i = column; i < data.length; i += columns) squares += ((data[i] as number) - mean) ** 2;
    const deviation = Math.sqrt(squares / rows);
    for (let i = column; deviation > 0 && i < data.length; i += columns) {
      scored[i] = ((data[i] as number) - mean) / deviation;
    }
  }
  return scored;
}
