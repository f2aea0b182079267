/** How two translations of a page differ in what must agree: headings, code, tables, pictures. One sentence a difference. */
export function compareMarkdown(english: string, japanese: string): string[] {
  const [en, ja] = [partsOf(english), partsOf(japanese)];
  return [
    ...compareCounts("headings", levels(en.headings), levels(ja.headings)),
    ...compareCode(en.code, ja.code),
    ...compareCounts("rows of tables", en.tableRows, ja.tableRows),
    ...compareCounts("pictures", en.pictures, ja.pictures),
    ...(/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(japanese) ? [] : ["is not in Japanese"]),
  ];
}

interface Parts {
  readonly headings: readonly string[];
  readonly code: readonly string[];
  readonly tableRows: readonly string[];
  readonly pictures: readonly string[];
}

function partsOf(markdown: string): Parts {
  const code = [...markdown.matchAll(/^```(sh|ts|python|yaml)[^\n]*\n([^]*?)^```/gm)].map(([block]) => block);
  const prose = markdown.replace(/^```[^]*?^```/gm, "");
  return {
    headings: prose.match(/^#{1,6} /gm) ?? [],
    code,
    tableRows: prose.match(/^\|/gm) ?? [],
    pictures: prose.match(/!\[/g) ?? [],
  };
}

function levels(headings: readonly string[]): string[] {
  return headings.map((heading) => heading.trim());
}

function compareCounts(what: string, en: readonly string[], ja: readonly string[]): string[] {
  if (en.length !== ja.length) return [`has ${ja.length} ${what}, not ${en.length}`];
  return en.join() === ja.join() ? [] : [`has other ${what}`];
}

/** Comments in code may be translated; commands and statements are the same. */
function compareCode(en: readonly string[], ja: readonly string[]): string[] {
  if (en.length !== ja.length) return [`has ${ja.length} blocks of code, not ${en.length}`];
  return en.flatMap((block, i) =>
    withoutComments(block) === withoutComments(ja[i] ?? "") ? [] : [`block of code ${i + 1} is another one`],
  );
}

function withoutComments(code: string): string {
  return code
    .split("\n")
    .map((line) => line.replace(/(?:^|\s+)(?:\/\/|#)\s.*$/, "").trimEnd())
    .join("\n");
}
