/** Runs tasks side by side, a few at a time. */
export interface Lanes {
  /** Small ones go first: a parser waits for them, while megabytes of data are in no hurry. */
  run<T>(size: "small" | "large", task: () => Promise<T>): Promise<T>;
}

export function lanes(width: number): Lanes {
  const waiting = { small: [] as (() => void)[], large: [] as (() => void)[] };
  let running = 0;
  const next = () => {
    if (running >= width) return;
    const start = waiting.small.shift() ?? waiting.large.shift();
    if (start === undefined) return;
    running++;
    start();
  };
  return {
    async run(size, task) {
      await new Promise<void>((start) => {
        waiting[size].push(start);
        next();
      });
      try {
        return await task();
      } finally {
        running--;
        next();
      }
    },
  };
}
