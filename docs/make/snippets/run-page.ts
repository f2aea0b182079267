import { pageSnippets, type Snippet } from "./page-snippets.ts";
import { runSnippet, type SnippetOutcome, type SnippetPlace } from "./run-snippet.ts";

/** A snippet and what it did; null where it was not run. */
export interface RunSnippet {
  readonly snippet: Snippet;
  readonly outcome: SnippetOutcome | null;
}

/**
 * Runs a page's snippets one after the other in one folder. In Japanese pages only those that show an output are run, in
 * the folder of the English page: a test holds both to the same code.
 */
export async function runPage(markdown: string, place: SnippetPlace): Promise<RunSnippet[]> {
  const done: RunSnippet[] = [];
  for (const snippet of pageSnippets(markdown)) {
    const isRun =
      snippet.notRun === null &&
      (place.language === "en" || (snippet.language === "sh" && snippet.expected !== null));
    done.push({ snippet, outcome: isRun ? await runSnippet(snippet, place) : null });
  }
  return done;
}
