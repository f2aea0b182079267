/** The languages every user-facing text is written in. */
export const languages = ["en", "ja"] as const;
export type Language = (typeof languages)[number];

/**
 * The language a person asked for, else the one their system speaks, else English.
 *
 * @param environment POSIX locale variables, by default the process's own.
 */
export function detectLanguage(
  asked?: string,
  environment: Record<string, string | undefined> = globalThis.process?.env ?? {},
): Language {
  const wanted = asked ?? environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? "";
  return wanted.toLowerCase().startsWith("ja") ? "ja" : "en";
}
