/**
 * Where a file's bytes come from. A source that can answer at once has `readSync`; the same parser serves both kinds.
 * A source fails with an error when it cannot fill the whole target.
 */
export interface ByteSource {
  /** How error messages call it: a path or a URL. */
  readonly label: string;
  /** Where the file lies, when it is local: h5wasm reads no other. */
  readonly path?: string;
  /** Length in bytes. */
  readonly size: number;
  /** Bytes of one cache block: small where reading is cheap, large where every request costs a round trip. */
  readonly blockBytes: number;
  /** Blocks of metadata that are known from before, and those that became known. */
  readonly kept?: KeptBlocks;
  /** Whether every read costs a round trip over a network. */
  readonly isDistant?: boolean;
  /** Fills `target` with the bytes from `offset`. */
  readSync?(target: Uint8Array, offset: number): void;
  /** Fills `target` with the bytes from `offset`. */
  read(target: Uint8Array, offset: number): Promise<void>;
  /** As `read`, at once and on its own, telling which bytes of `target` have come while the rest is on its way. */
  readArriving?(
    target: Uint8Array,
    offset: number,
    arrived: (from: number, to: number) => void,
  ): Promise<void>;
  close(): void;
}

/** Blocks of a file by their number, in units of `blockBytes`; the last one may be shorter. */
export interface KeptBlocks {
  get(index: number): Uint8Array | undefined;
  put(index: number, block: Uint8Array): void;
}
