import { BraidynError } from "@braidyn/core";

/** The bytes at `offset` cannot be what the format says they are. */
export function corrupt(label: string, offset: number, what: string): BraidynError<"NWB_CORRUPT"> {
  return new BraidynError("NWB_CORRUPT", { path: label, offset, what });
}

/** The file is sound, but no reader here understands `what`. */
export function unsupported(label: string, what: string): BraidynError<"NWB_UNSUPPORTED"> {
  return new BraidynError("NWB_UNSUPPORTED", { path: label, what });
}

/** Reading `what` would take more memory than a read may. */
export function tooLarge(
  label: string,
  what: string,
  bytes: number,
  limit: number,
): BraidynError<"NWB_TOO_LARGE"> {
  const shown = Number.isFinite(bytes) ? bytes : "more than 2^53";
  return new BraidynError("NWB_TOO_LARGE", { path: label, what, bytes: shown, limit });
}

/**
 * Thrown inside the reader for a sound feature that it leaves to h5wasm. It declines; it never guesses.
 * The message is what a person reads where h5wasm cannot take over (a remote file).
 */
export class Declined extends Error {
  override readonly name = "Declined";
}
