import { BraidynError } from "@braidyn/core";

/** The error for a file that is no Parquet that we read; `reason` reads the same in every language. */
export function damaged(reason: string): BraidynError {
  return new BraidynError("SUBMISSION_PARQUET", { reason });
}
