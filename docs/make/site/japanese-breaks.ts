/** What this uses of markdown-it, whose types are not installed. */
interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  content: string;
}
interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: { readonly tokens: Token[] }) => void): void };
  };
}

const wide = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々、。，．：；「」『』（）〜～！？]";
const endsWide = new RegExp(`${wide}$`, "u");
const startsWide = new RegExp(`^${wide}`, "u");

/** Japanese has no spaces between words: where a line of a source ends within a sentence, nothing is put for the end. */
export function japaneseBreaks(md: MarkdownIt): void {
  md.core.ruler.push("japanese-breaks", ({ tokens }) => {
    for (const { children } of tokens) if (children !== null) joinLines(children);
  });
}

function joinLines(tokens: Token[]): void {
  for (let i = tokens.length - 2; i > 0; i--) {
    if (tokens[i]?.type !== "softbreak") continue;
    const [before, after] = [textBefore(tokens, i), textAfter(tokens, i)];
    const isMarked = /[、。]$/.test(before);
    if (isMarked || (endsWide.test(before) && startsWide.test(after))) tokens.splice(i, 1);
  }
}

/** The nearest text, past the marks of links and emphasis, which have none. */
function textBefore(tokens: readonly Token[], at: number): string {
  return tokens.slice(0, at).findLast(({ content }) => content !== "")?.content ?? "";
}

function textAfter(tokens: readonly Token[], at: number): string {
  return tokens.slice(at + 1).find(({ content }) => content !== "")?.content ?? "";
}
