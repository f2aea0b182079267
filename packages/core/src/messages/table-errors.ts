import type { ErrorText } from "./errors.ts";

/** Errors of making, aligning and exporting tables. */
export const tableErrors = {} as const satisfies Record<string, ErrorText>;
