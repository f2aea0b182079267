import type { Language } from "./language.ts";
import { errorMessages, type BraidynErrorCode, type ErrorParameters } from "./messages/errors.ts";
import { formatMessage, type Template } from "./messages/format.ts";

/**
 * The one error that people are meant to read: a stable `code`, what was found, and what to do next.
 * Anything else that is thrown is a bug and keeps its stack.
 *
 * ```ts
 * throw new BraidynError("SUBMISSION_ROWS", { expected: 1204, found: 1203, first: "r17" });
 * ```
 */
export class BraidynError<Code extends BraidynErrorCode = BraidynErrorCode> extends Error {
  override readonly name = "BraidynError";
  readonly code: Code;
  readonly parameters: ErrorParameters<Code>;

  constructor(code: Code, parameters: ErrorParameters<Code>, options?: ErrorOptions) {
    super(text(code, "message", parameters, "en"), options);
    this.code = code;
    this.parameters = parameters;
  }

  /** What to do next, in English. */
  get hint(): string {
    return this.in("en").hint;
  }

  /** Message and hint in `language`. */
  in(language: Language): { code: Code; message: string; hint: string } {
    return {
      code: this.code,
      message: text(this.code, "message", this.parameters, language),
      hint: text(this.code, "hint", this.parameters, language),
    };
  }

  /** `{ code, message, hint }`: what a server answers and `--json` prints. */
  toJSON(): { code: Code; message: string; hint: string } {
    return this.in("en");
  }
}

/** Whether `error` is a {@link BraidynError}, of `code` when one is given. */
export function isBraidynError<Code extends BraidynErrorCode>(
  error: unknown,
  code?: Code,
): error is BraidynError<Code> {
  return error instanceof BraidynError && (code === undefined || error.code === code);
}

function text(
  code: BraidynErrorCode,
  part: "message" | "hint",
  parameters: object,
  language: Language,
): string {
  const template: Template = errorMessages[code][part];
  return formatMessage(template, parameters as never, language);
}
