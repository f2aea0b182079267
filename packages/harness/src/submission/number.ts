import { BraidynError } from "@braidyn/core";

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,6})?$/;

/**
 * A prediction written as text: a decimal number, spaces around it allowed.
 *
 * @throws BraidynError `SUBMISSION_VALUE_*`: blank, NaN, infinite or too large, hexadecimal, a formula, other text.
 */
export function parsePrediction(text: string, row: number, column: string): number {
  const written = text.trim();
  if (decimal.test(written)) return finite(Number(written), row, column);
  const found = written.slice(0, 40);
  if (written === "") throw new BraidynError("SUBMISSION_VALUE_BLANK", { row, column });
  if (/^[+-]?nan$/i.test(written)) throw new BraidynError("SUBMISSION_VALUE_NAN", { row, column });
  if (/^[+-]?inf(inity)?$/i.test(written))
    throw new BraidynError("SUBMISSION_VALUE_INFINITE", { row, column });
  if (/^[+-]?0[xob]/i.test(written)) throw new BraidynError("SUBMISSION_VALUE_HEX", { row, column, found });
  if (/^[=@]/.test(written)) throw new BraidynError("SUBMISSION_VALUE_FORMULA", { row, column, found });
  throw new BraidynError("SUBMISSION_VALUE_TEXT", { row, column, found });
}

/** The number itself. @throws BraidynError `SUBMISSION_VALUE_NAN` or `SUBMISSION_VALUE_INFINITE`. */
export function finite(value: number, row: number, column: string): number {
  if (Number.isFinite(value)) return value;
  const code = Number.isNaN(value) ? "SUBMISSION_VALUE_NAN" : "SUBMISSION_VALUE_INFINITE";
  throw new BraidynError(code, { row, column });
}
