import { isBraidynError } from "@braidyn/core";

/** The code of the BraidynError that `action` throws, or what it returned instead. */
export function throwsCode(action: () => unknown): string {
  try {
    return `returned ${JSON.stringify(action())}`;
  } catch (error) {
    if (isBraidynError(error)) return error.code;
    throw error;
  }
}
