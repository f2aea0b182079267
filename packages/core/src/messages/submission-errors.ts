import type { ErrorText } from "./errors.ts";

/** Errors of predictions and of scoring them. */
export const submissionErrors = {} as const satisfies Record<string, ErrorText>;
