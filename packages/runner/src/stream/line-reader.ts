/** Lines of a stream, one at a time, never more than `maxLineBytes` held. */
export interface LineReader {
  /** The next line; `ended` when the stream is over, `too-long`, or `silent` after `milliseconds`. */
  next(milliseconds: number): Promise<{ readonly line: string } | "ended" | "too-long" | "silent">;
  /** Whether anything came that was not asked for yet. */
  hasMore(): boolean;
}

export function createLineReader(stream: NodeJS.ReadableStream, maxLineBytes: number): LineReader {
  let held: Buffer = Buffer.alloc(0);
  let over = false;
  let wake: () => void = () => {};
  stream.on("data", (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // a program that floods its pipe waits there until it is asked again
    if (held.length > maxLineBytes) stream.pause();
    wake();
  });
  for (const event of ["end", "close", "error"]) {
    stream.on(event, () => {
      over = true;
      wake();
    });
  }
  const take = () => {
    const end = held.indexOf(0x0a);
    if (end === -1 || end > maxLineBytes) return held.length > maxLineBytes ? ("too-long" as const) : null;
    const line = held.subarray(0, end).toString("utf8");
    held = held.subarray(end + 1);
    if (held.length <= maxLineBytes) stream.resume();
    return { line };
  };
  return {
    hasMore: () => held.length > 0,
    next: async (milliseconds) => {
      const until = performance.now() + milliseconds;
      for (;;) {
        const taken = take();
        if (taken !== null) return taken;
        if (over) return "ended";
        const left = until - performance.now();
        if (left <= 0) return "silent";
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
  };
}
