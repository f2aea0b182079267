import type { Platform } from "../platform.ts";
import type { Arrival } from "./accept.ts";
import type { Received } from "./receive.ts";

/** What came in one request as {@link Arrival}: its last piece is stored where it is accepted, all at once. */
export function arrivalOf(
  { db, store, clock }: Platform,
  { bytes, sha256, blob, last }: Received,
  of: Pick<Arrival, "challenge" | "team" | "kind" | "fileName" | "unlimited">,
): Arrival {
  return {
    ...{ ...of, bytes, sha256 },
    store: async (trx) => {
      const target = blob ?? (await store.create(trx, clock.now(), { bytes, sha256 }));
      if (last.bytes.length > 0) await store.append(trx, target, last.start, last.bytes);
      if (blob !== null) await store.seal(trx, blob, { bytes, sha256 });
      return target;
    },
    discard: async () => {
      if (blob !== null) await store.remove(db, blob);
    },
  };
}
