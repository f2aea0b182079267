import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@braidyn/core";
import { docsFolder, repositoryFolder } from "./folders.ts";
import { gatheredPages, type Part } from "./gathered-pages.ts";

interface Item {
  readonly text: string;
  readonly link: string;
}
interface Group {
  readonly text: string;
  readonly collapsed?: boolean;
  readonly items: Item[];
}

interface Section {
  readonly title: Readonly<Record<Language, string>>;
  /** Pages by their names, each in docs/ and docs/ja/. */
  readonly pages: readonly string[];
  /** READMEs that follow them. */
  readonly part?: Part;
}

/** Every page of docs/ in its place. A test says which page is in none. */
export const sections: readonly Section[] = [
  {
    title: { en: "Get started", ja: "はじめに" },
    pages: ["get-started-participant", "get-started-organizer", "get-started-newcomer"],
  },
  {
    title: { en: "Data", ja: "データ" },
    pages: ["data-and-quirks", "from-dandi", "simulator", "gallery/README"],
  },
  { title: { en: "Take part", ja: "参加する" }, pages: ["submissions", "leaderboard-page"], part: "kits" },
  { title: { en: "Lessons", ja: "レッスン" }, pages: [], part: "lessons" },
  {
    title: { en: "Organize", ja: "開催する" },
    pages: ["write-a-challenge", "run-an-event", "security"],
  },
  {
    title: { en: "Reference", ja: "リファレンス" },
    pages: [
      "metrics-and-statistics",
      "glossary",
      "reference/commands",
      "reference/challenge-yaml",
      "reference/errors",
    ],
  },
  { title: { en: "Challenges", ja: "チャレンジ" }, pages: [], part: "catalogue" },
];

/** The site's menu, of the pages that are there; each is called as its heading says. */
export function sidebar(language: Language): Group[] {
  const groups = sections.map(({ title, pages, part }) => ({
    text: title[language],
    collapsed: part === "catalogue" || part === "lessons",
    items: [...pages.flatMap((page) => own(page, language)), ...gathered(part, language)],
  }));
  return [...groups, apiGroup(language)].filter(({ items }) => items.length > 0);
}

function own(page: string, language: Language): Item[] {
  const path = language === "ja" ? `ja/${page}` : page;
  const file = join(docsFolder, `${path}.md`);
  return existsSync(file) ? [{ text: headingOf(file), link: `/${path.replace(/README$/, "")}` }] : [];
}

function gathered(part: Part | undefined, language: Language): Item[] {
  if (part === undefined) return [];
  return gatheredPages()
    .filter((each) => each.language === language && each.page.includes(`${part}/`))
    .map(({ source, page }) => ({
      text: headingOf(join(repositoryFolder, source)),
      link: `/${page.replace(/(?:index)?\.md$/, "")}`,
    }));
}

/** The reference of the packages is in English. */
function apiGroup(language: Language): Group {
  const link = language === "ja" ? "/ja/api/" : "/api/";
  const items = isWithApi() ? [{ text: language === "ja" ? "パッケージ" : "Packages", link }] : [];
  return { text: language === "ja" ? "API（英語）" : "API", items };
}

/** Whether the reference of the packages is part of the site. */
export function isWithApi(): boolean {
  return process.env["BRAIDYN_DOCS_API"] !== "no" && existsSync(join(docsFolder, "api/index.md"));
}

/** The first heading of a page, without its marks. */
export function headingOf(file: string): string {
  const heading = /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1];
  if (heading === undefined) throw new Error(`${file} has no heading`);
  return heading.replaceAll("`", "").trim();
}
