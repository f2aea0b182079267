import { formatMessage, webTexts, type Language, type Parameters, type Template } from "@braidyn/core";
import { createContext, type ComponentChildren } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import { currentLanguage } from "./current-language.ts";
import { keep } from "./kept.ts";

/** Says one of the page's texts in the chosen language; its parameters are asked for where it has any. */
export type Say = <Name extends keyof typeof webTexts>(
  name: Name,
  ...parameters: keyof Parameters<(typeof webTexts)[Name]> extends never
    ? []
    : [Parameters<(typeof webTexts)[Name]>]
) => string;

export interface Words {
  readonly language: Language;
  readonly say: Say;
  /** What stands before and behind a parameter that is no text but an element. */
  around(name: keyof typeof webTexts, parameter: string): readonly [before: string, behind: string];
  setLanguage(language: Language): void;
}

const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("outside of WordsProvider");
  return words;
}

export function WordsProvider({ children }: { children: ComponentChildren }) {
  const [language, choose] = useState(currentLanguage);
  document.documentElement.lang = language;
  const words = useMemo(
    (): Words => ({
      language,
      say: (name, ...[parameters]) =>
        formatMessage(webTexts[name] as Template, (parameters ?? {}) as never, language),
      around: (name, parameter) => {
        const [before = "", behind = ""] = webTexts[name][language].split(`{${parameter}}`);
        return [before, behind];
      },
      setLanguage: (next) => {
        keep("language", next);
        choose(next);
      },
    }),
    [language],
  );
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}
