import { BraidynError } from "@braidyn/core";

/** Drops a UTF-8 byte-order mark and refuses a UTF-16 one; waits for three bytes before it decides. */
export function dropByteOrderMark(next: (bytes: Uint8Array) => void): {
  push(bytes: Uint8Array): void;
  finish(): void;
} {
  let start: Uint8Array | null = new Uint8Array(0);
  const decide = (bytes: Uint8Array): void => {
    start = null;
    const [a, b, c] = bytes;
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
      throw new BraidynError("SUBMISSION_UTF16", {});
    // UTF-16 without a mark: every other byte of "row_id" is 0
    if ((a === 0) !== (b === 0) && bytes.length > 1) throw new BraidynError("SUBMISSION_UTF16", {});
    next(a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes);
  };
  return {
    push: (bytes) => {
      if (start === null) return next(bytes);
      start = Uint8Array.of(...start, ...bytes.subarray(0, 3));
      if (start.length < 3) return;
      const first = start;
      const rest = bytes.subarray(Math.min(3, bytes.length));
      decide(first);
      next(rest);
    },
    finish: () => {
      if (start !== null) decide(start);
    },
  };
}
