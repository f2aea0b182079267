/** Why there is no answer. */
export type FailureKind =
  /** The program is no program. */
  | "syntax"
  /** It raised an error. */
  | "exception"
  /** A package is missing. */
  | "module"
  | "memory"
  /** It called exit. */
  | "exit"
  /** It took too long: an endless loop? */
  | "timeout"
  /** It printed without end. */
  | "output"
  /** It defines no `answer`. */
  | "no-function"
  /** `answer` returned nothing. */
  | "nothing"
  /** `answer` returned something that is no answer. */
  | "unwritable"
  /** The process ended without a word. */
  | "died"
  /** There is no such command as Python's. */
  | "no-python";

export interface Failure {
  readonly kind: FailureKind;
  /** The error's name and message, where there is one. */
  readonly name: string;
  readonly message: string;
  /** Line of the program, from 1. */
  readonly line: number | null;
  readonly text: string;
  /** The package that is missing. */
  readonly module?: string;
}

/** A failure without an error of the program's own. */
export function failed(kind: FailureKind, message = ""): Failure {
  return { kind, name: "", message, line: null, text: "" };
}
