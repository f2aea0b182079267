/** Runs before the page is drawn, so that nothing flashes in the wrong colours or language. */
import { currentLanguage } from "./words/current-language.ts";
import { keptTheme } from "./words/current-theme.ts";

document.documentElement.dataset["theme"] = keptTheme();
document.documentElement.lang = currentLanguage();
