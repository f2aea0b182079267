/** The name whose value is greatest. */
export function largest(values: Readonly<Record<string, number>>): string {
  return Object.entries(values).reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
