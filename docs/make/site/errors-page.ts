import { errorMessages, type Language, type Template } from "@braidyn/core";
import { escaped } from "./markdown-table.ts";

const words = {
  en: {
    title: "Errors",
    intro:
      "Every error that people can meet, by its code. Codes never change; with `--json` they are in `error.code`. Words in braces stand for what was found.",
  },
  ja: {
    title: "エラー",
    intro:
      "利用者が目にするすべてのエラーを、コード順に示します。コードは変わりません。`--json` では `error.code` に入ります。波かっこの中は、実際に見つかったものに置き換わります。",
  },
} as const;

interface ErrorText {
  readonly message: Template;
  readonly hint: Template;
}

/** The page of all errors: a code a heading, so that each can be linked to. */
export function errorsPage(language: Language): string {
  const entries = Object.entries(errorMessages as Readonly<Record<string, ErrorText>>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const areas = [...new Set(entries.map(([code]) => areaOf(code)))];
  const parts = areas.map((area) => {
    const own = entries.filter(([code]) => areaOf(code) === area);
    return [`## ${area}`, ...own.map(([code, text]) => entry(code, text, language))].join("\n\n");
  });
  return `${[`# ${words[language].title}`, words[language].intro, ...parts].join("\n\n")}\n`;
}

function entry(code: string, { message, hint }: ErrorText, language: Language): string {
  return `### ${code}\n\n**${escaped(message[language])}**\n\n${escaped(hint[language])}`;
}

function areaOf(code: string): string {
  return code.split("_")[0] ?? code;
}
