import { BraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";

/** The error a session gives for what it lacks, for the lists that a table reads from its contents. */
export function missing(
  session: Session,
  what: string,
  available: readonly string[],
): BraidynError<"NWB_MISSING"> {
  return new BraidynError("NWB_MISSING", {
    path: session.info.path,
    what,
    available: available.join(", ") || "–",
  });
}
