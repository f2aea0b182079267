/** Does work, and tells what was written as a warning or an error meanwhile; it is shown all the same. */
export async function heardWarnings(work: () => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const { warn, error } = console;
  const listen =
    (say: (...parts: unknown[]) => void) =>
    (...parts: unknown[]): void => {
      heard.push(parts.map(String).join(" "));
      say(...parts);
    };
  Object.assign(console, { warn: listen(warn), error: listen(error) });
  try {
    await work();
  } finally {
    Object.assign(console, { warn, error });
  }
  return heard;
}
