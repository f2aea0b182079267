const prefix = "braidyn-";

/** What this browser was told before; null where it keeps nothing, as in a private window. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // then it holds until the page is closed
  }
}
