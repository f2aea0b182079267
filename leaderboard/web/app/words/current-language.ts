import { languages, type Language } from "@braidyn/core";
import { kept } from "./kept.ts";

/** The language that was chosen, else the browser's first that there is. */
export function currentLanguage(): Language {
  const wanted = [kept("language") ?? "", ...navigator.languages].map((each) =>
    each.slice(0, 2).toLowerCase(),
  );
  const found = wanted.map((each) => languages.find((language) => language === each));
  return found.find((language) => language !== undefined) ?? "en";
}
