import type { ErrorText } from "./errors.ts";

/** Errors of using the command line. */
export const commandErrors = {} as const satisfies Record<string, ErrorText>;
