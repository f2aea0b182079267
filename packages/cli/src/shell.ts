import { formatMessage, type Language, type Parameters, type Template } from "@braidyn/core";
import { createColors } from "picocolors";
import type { Context, OutputStream } from "./context.ts";
import { writeText } from "./write-text.ts";

/** A template's text; its parameters are asked for where it has any. */
export type SayText = <T extends Template>(
  template: T,
  ...parameters: keyof Parameters<T> extends never ? [] : [Parameters<T>]
) => string;

type Colors = ReturnType<typeof createColors>;

/** What a command runs in: the world, the reader's language, and whether a program reads. */
export interface Shell {
  readonly context: Context;
  readonly language: Language;
  readonly json: boolean;
  /** For standard output; plain where it is no terminal. */
  readonly colors: Colors;
  /** A text in the reader's language. */
  readonly text: SayText;
  /** Writes the result, with a line end. */
  print(text: string): Promise<void>;
  /** Writes the result as JSON. */
  printJson(value: unknown): Promise<void>;
  /** Writes what is no result (where a file went, what was left out), with a line end; not for programs. */
  note(text: string): Promise<void>;
}

export function createShell(
  context: Context,
  { language, json }: { language: Language; json: boolean },
): Shell {
  return {
    context,
    language,
    json,
    colors: colorsOf(context, context.stdout),
    text: sayIn(language),
    print: (text) => writeText(context.stdout, `${text}\n`),
    printJson: (value) => writeText(context.stdout, `${JSON.stringify(value, null, 2)}\n`),
    note: async (text) => {
      if (!json) await writeText(context.stderr, `${text}\n`);
    },
  };
}

export function sayIn(language: Language): SayText {
  return (template, ...[parameters]) => formatMessage(template, (parameters ?? {}) as never, language);
}

/** No colour where it would be garbage or is not wanted. Source: https://no-color.org */
export function colorsOf({ env }: Pick<Context, "env">, stream: OutputStream): Colors {
  const wanted = !env["NO_COLOR"] && env["TERM"] !== "dumb";
  return createColors(stream.isTTY === true && wanted);
}
