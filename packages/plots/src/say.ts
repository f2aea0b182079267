import { formatMessage, type Language, type Parameters, type Template } from "@braidyn/core";
import type { PlotOptions } from "./spec.ts";

/** A template's text in one language; its parameters are asked for where it has any. */
export type Say = <T extends Template>(
  template: T,
  ...parameters: keyof Parameters<T> extends never ? [] : [Parameters<T>]
) => string;

/** Texts in the language of a plot. */
export function sayIn({ language = "en" }: Pick<PlotOptions, "language">): Say {
  return (template, ...[parameters]) =>
    formatMessage(template, (parameters ?? {}) as never, language as Language);
}
