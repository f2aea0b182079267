import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The starter kits' folders. */
export const kitsFolder = join(import.meta.dirname, "../../starter-kits");

/** A fenced block of a README. */
export interface Block {
  /** `sh`: commands that run here, `text`: what is printed, "": what needs more than a test has. */
  readonly language: string;
  readonly lines: readonly string[];
}

export function readmeOf(kit: string, file: string): string {
  return readFileSync(join(kitsFolder, kit, file), "utf8");
}

export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = "", code = ""]) => ({
    language,
    lines: code.trimEnd().split("\n"),
  }));
}

/** Levels of the headings, in order. */
export function headingLevels(markdown: string): number[] {
  const prose = markdown.replace(/^```[^]*?^```$/gm, "");
  return [...prose.matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);
}

/**
 * The lines of `shown` that `printed` lacks, in order. Spaces do not count, and a number may differ in its last digits:
 * sums come out a little differently with other versions of numpy.
 */
export function missingLines(shown: readonly string[], printed: string): string[] {
  const found = printed.split("\n");
  let from = 0;
  return shown.filter((line) => {
    const at = found.findIndex((candidate, i) => i >= from && isLike(line, candidate));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

const numbers = /\d+\.\d+/g;
const tolerance = 0.0051;

function isLike(shown: string, printed: string): boolean {
  const words = (line: string) => line.replace(numbers, "#").split(/\s+/).filter(Boolean).join(" ");
  if (words(shown) !== words(printed)) return false;
  const [a, b] = [shown, printed].map((line) => (line.match(numbers) ?? []).map(Number));
  return (a as number[]).every((value, i) => Math.abs(value - ((b as number[])[i] as number)) <= tolerance);
}
