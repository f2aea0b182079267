import { describe, expect, test } from "vitest";
import {
  commandTexts,
  controlTexts,
  detectLanguage,
  errorMessages,
  languages,
  leakTexts,
  plotTexts,
  plotTooltipTexts,
  reportTexts,
  webTexts,
  type Template,
} from "../src/index.ts";

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const texts: [string, Template][] = [
  ...Object.entries({ ...errorMessages, ...leakTexts }).flatMap(
    ([code, { message, hint }]): [string, Template][] => [
      [`${code}.message`, message],
      [`${code}.hint`, hint],
    ],
  ),
  ...Object.entries(reportTexts),
  ...Object.entries(controlTexts),
  ...Object.entries(plotTexts),
  ...Object.entries(plotTooltipTexts),
  ...Object.entries(commandTexts),
  ...Object.entries(webTexts),
];

describe("the message catalogue", () => {
  test.each(texts)("%s says the same in every language", (_, template) => {
    for (const language of languages) {
      expect(template[language].trim()).not.toBe("");
      expect(placeholders(template[language])).toEqual(placeholders(template.en));
    }
    expect(template.ja).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
    expect(template.en).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
  });
});

test("the language is the one asked for, else the system's", () => {
  expect(detectLanguage("ja", { LANG: "en_US.UTF-8" })).toBe("ja");
  expect(detectLanguage(undefined, { LANG: "ja_JP.UTF-8" })).toBe("ja");
  expect(detectLanguage(undefined, { LC_ALL: "C", LANG: "ja_JP.UTF-8" })).toBe("en");
  expect(detectLanguage(undefined, {})).toBe("en");
});
