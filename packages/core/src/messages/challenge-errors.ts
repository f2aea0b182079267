import type { ErrorText } from "./errors.ts";

/** Errors of defining challenges and building bundles. */
export const challengeErrors = {} as const satisfies Record<string, ErrorText>;
