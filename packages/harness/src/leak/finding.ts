import {
  formatMessage,
  leakTexts,
  type Language,
  type LeakCode,
  type Parameters,
  type Template,
} from "@braidyn/core";

/**
 * `leak`: the answer, or the way to it, can be had without solving the task. `warning`: it may be, look at it. `note`: a
 * limit of what was looked at, or a measured number.
 */
export type LeakSeverity = "leak" | "warning" | "note";

type TextParameters<T extends { readonly message: Template; readonly hint: Template }> = Parameters<
  T["message"]
> &
  Parameters<T["hint"]>;

/** Something that was found, as plain data. */
export interface LeakFinding {
  readonly code: LeakCode;
  readonly severity: LeakSeverity;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** A finding of a code with what its text names. */
export function finding<Code extends LeakCode>(
  severity: LeakSeverity,
  code: Code,
  parameters: TextParameters<(typeof leakTexts)[Code]>,
): LeakFinding {
  return { code, severity, parameters: parameters as LeakFinding["parameters"] };
}

/** What was found and what to do, in one language. */
export function findingText(
  { code, parameters }: LeakFinding,
  language: Language,
): { message: string; hint: string } {
  const { message, hint } = leakTexts[code] as { message: Template; hint: Template };
  return {
    message: formatMessage(message, parameters as never, language),
    hint: formatMessage(hint, parameters as never, language),
  };
}
