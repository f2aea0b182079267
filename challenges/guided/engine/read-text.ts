import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "@braidyn/core";
import type { Lesson } from "./lesson.ts";

/** The parts of a lesson's README, under these headings in this order. */
export const readmeParts = ["idea", "task", "plot"] as const;
export type ReadmePart = (typeof readmeParts)[number];

export function readmeFile(language: Language): string {
  return language === "ja" ? "README.ja.md" : "README.md";
}

/** The texts under a README's second-level headings. */
export async function readTexts(lesson: Lesson, language: Language): Promise<Record<ReadmePart, string>> {
  const text = await readFile(join(lesson.folder, readmeFile(language)), "utf8");
  const parts = text.split(/^## .*$/m).slice(1);
  const named = readmeParts.map((part, i) => [part, (parts[i] ?? "").trim()]);
  return Object.fromEntries(named) as Record<ReadmePart, string>;
}
