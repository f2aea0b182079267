/** x x. Not `x ** 2`: engines may compute that as a power, which can be one bit off the product. */
export function square(x: number): number {
  return x * x;
}
