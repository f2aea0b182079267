import type { Readable } from "node:stream";

/** What bubblewrap says of a run on its status descriptor, as JSON texts one after another. */
export interface Status {
  /** Process 1 of the run, by its id out here; null as long as there is none. */
  child(): number | null;
  /** What the program ended with, 128 more than a signal's number where one ended it; null where it did not start or end. */
  exitCode(): number | null;
  /** Calls back once, when {@link child} is known. */
  onChild(callback: () => void): void;
}

export function readStatus(stream: Readable): Status {
  let text = "";
  let child: number | null = null;
  let callback = () => {};
  stream.on("error", () => {});
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    const found = numberOf(text, "child-pid");
    if (child !== null || found === null) return;
    child = found;
    callback();
  });
  return {
    child: () => child,
    exitCode: () => numberOf(text, "exit-code"),
    onChild: (wanted) => {
      callback = wanted;
      if (child !== null) wanted();
    },
  };
}

function numberOf(text: string, key: string): number | null {
  const [, digits] = new RegExp(`"${key}"\\s*:\\s*(\\d+)`).exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}
