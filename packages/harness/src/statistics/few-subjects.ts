import { formatMessage, type Language } from "@braidyn/core";

/** With fewer held-out subjects than this, intervals hold the true score less often than they should (`measureCoverage` says how often) and ranks hang on single animals. */
export const MIN_SUBJECTS = 8;

const warning = {
  en: "only {subjects} subjects were held out: with fewer than {minimum}, intervals can be too narrow and ranks depend on single animals",
  ja: "評価に使った個体は {subjects} 匹だけです。{minimum} 匹未満では、区間が狭すぎることがあり、順位が個々の個体に左右されます",
} as const;

/** What to tell people about a score of `subjects` subjects; null where there are enough. */
export function fewSubjectsWarning(subjects: number, language: Language = "en"): string | null {
  return subjects < MIN_SUBJECTS
    ? formatMessage(warning, { subjects, minimum: MIN_SUBJECTS }, language)
    : null;
}
