import { BraidynError } from "@braidyn/core";

/** The bytes at `offset` cannot be what the format says they are. */
export function corrupt(label: string, offset: number, what: string): BraidynError<"NWB_CORRUPT"> {
  return new BraidynError("NWB_CORRUPT", { path: label, offset, what });
}

/** The file is sound, but no reader here understands `what`. */
export function unsupported(label: string, what: string): BraidynError<"NWB_UNSUPPORTED"> {
  return new BraidynError("NWB_UNSUPPORTED", { path: label, what });
}

/**
 * Thrown inside the reader for a sound feature that it leaves to h5wasm. It declines; it never guesses.
 * The message is what a person reads where h5wasm cannot take over (a remote file).
 */
export class Declined extends Error {
  override readonly name = "Declined";
}
