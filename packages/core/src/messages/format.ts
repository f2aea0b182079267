import type { Language } from "../language.ts";

/** One text in every language; `{name}` marks a parameter. */
export type Template = Readonly<Record<Language, string>>;

/** What an error says (`message`: what was found) and asks for (`hint`: what to do), in every language. */
export interface ErrorText {
  readonly message: Template;
  readonly hint: Template;
}

/** Names of the `{parameters}` in a text, read off its type. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** What a template must be given: every `{parameter}` of its English text. */
export type Parameters<T extends Template> = { readonly [Name in Names<T["en"]>]: string | number };

/** Made when a number is first shown: loading the tables of a language takes longer than opening a session. */
const numberFormats = new Map<Language, Intl.NumberFormat>();

function shown(value: number, language: Language): string {
  let format = numberFormats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
    numberFormats.set(language, format);
  }
  return format.format(value);
}

/**
 * A template's text in one language with its parameters filled in; numbers get thousands separators.
 * Text that came from a file or a person loses its control characters, so that it cannot drive a terminal.
 */
export function formatMessage<T extends Template>(
  template: T,
  parameters: Parameters<T>,
  language: Language,
): string {
  const values = parameters as Readonly<Record<string, string | number>>;
  return template[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    return typeof value === "number" ? shown(value, language) : printable(value);
  });
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (c) => (c === "\n" || c === "\t" ? c : "\uFFFD"));
}
