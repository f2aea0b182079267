/** A block of code on a page, and what the page says of it. */
export interface Snippet {
  readonly language: "sh" | "ts" | "python" | "yaml";
  readonly code: string;
  /** The file that the reader puts it into, from a comment in its first line: `// tone-or-not/challenge.ts`. */
  readonly file: string | null;
  /** Line of the page that its fence stands on, from 1. */
  readonly line: number;
  /** The output that the page shows below it; null where it shows none. A line `...` stands for any lines. */
  readonly expected: string | null;
  /** Why it is not run, from a comment `<!-- not run: ... -->` above it. */
  readonly notRun: string | null;
}

const fenced =
  /(?:^<!-- not run: ([^\n]+?) -->\n\n?)?^```(sh|ts|python|yaml)[^\n]*\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm;

/** Reads the runnable blocks of a page. */
export function pageSnippets(markdown: string): Snippet[] {
  return [...markdown.matchAll(fenced)].map((match): Snippet => {
    const [, notRun = null, language, code = "", expected = null] = match;
    const before = markdown.slice(0, match.index + match[0].indexOf("```"));
    return {
      language: language as Snippet["language"],
      ...{ code, expected, notRun },
      file: /^(?:\/\/|#) (\S+\.\w+)\n/.exec(code)?.[1] ?? null,
      line: before.split("\n").length,
    };
  });
}

/** The page with other outputs below its snippets, in the order of {@link pageSnippets}; null leaves one as it is. */
export function withOutputs(markdown: string, outputs: readonly (string | null)[]): string {
  let i = 0;
  return markdown.replace(fenced, (block: string, ...groups: (string | undefined)[]) => {
    const output = outputs[i++] ?? null;
    return output === null || groups[3] === undefined
      ? block
      : block.replace(/\n```text\n[^]*$/, () => `\n\`\`\`text\n${output}\`\`\`\n`);
  });
}

/** Whether an output is the one shown. A line `...` of `shown` stands for any lines, `...` in a line for anything. */
export function isShown(output: string, shown: string): boolean {
  return matches(linesOf(output), linesOf(shown));
}

function matches(have: readonly string[], want: readonly string[]): boolean {
  const [first, ...rest] = want;
  if (first === undefined) return have.length === 0;
  if (first.trim() === "...")
    return Array.from({ length: have.length + 1 }, (_, i) => i).some((i) => matches(have.slice(i), rest));
  const [line, ...others] = have;
  return line !== undefined && lineMatches(line, first) && matches(others, rest);
}

function lineMatches(line: string, shown: string): boolean {
  const pattern = shown
    .split("...")
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`).test(line);
}

/** Without the ends that nobody sees. */
function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());
}
