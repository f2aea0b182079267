import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { challengeFields } from "../site/challenge-fields.ts";
import { japaneseFieldTexts } from "../site/challenge-fields.ja.ts";
import { repositoryFolder } from "../site/folders.ts";
import { writtenPages } from "../snippets/pages.ts";
import { compareMarkdown } from "./compare-markdown.ts";
import { missingInDefinitions, missingInMessages } from "./messages.ts";
import { expectedReadmes } from "./readmes.ts";

/** Something that one language has and the other has not. */
export interface Missing {
  /** A file, or a message's name. */
  readonly where: string;
  readonly what: string;
}

export interface Parity {
  readonly missing: readonly Missing[];
  /** How many of each kind were compared. */
  readonly compared: Readonly<Record<string, number>>;
}

/** Compares messages, texts of challenges and lessons, READMEs, pages and the texts of fields. Headings and code must agree; sentences are people's work. */
export async function findMissing(): Promise<Parity> {
  const messages = await missingInMessages();
  const definitions = missingInDefinitions();
  const readmes = expectedReadmes().map((path): [string, string] => [path, path.replace(/\.md$/, ".ja.md")]);
  const pages = writtenPages().map((page): [string, string] => [`docs/${page}`, `docs/ja/${page}`]);
  const fields = challengeFields();
  return {
    missing: [
      ...messages.missing,
      ...definitions.missing,
      ...[...readmes, ...pages].flatMap(([english, japanese]) => missingInFile(english, japanese)),
      ...fields
        .filter(({ description }) => japaneseFieldTexts[description] === undefined)
        .map(({ path, description }) => ({
          where: `challenge.yaml, ${path}`,
          what: `no Japanese for: ${description}`,
        })),
      ...japaneseOnly(),
    ],
    compared: {
      messages: messages.count,
      "texts of challenges and lessons": definitions.count,
      READMEs: readmes.length,
      pages: pages.length,
      fields: fields.length,
    },
  };
}

function missingInFile(english: string, japanese: string): Missing[] {
  if (!existsSync(join(repositoryFolder, japanese))) return [{ where: japanese, what: "is not there" }];
  const read = (path: string) => readFileSync(join(repositoryFolder, path), "utf8");
  return compareMarkdown(read(english), read(japanese)).map((what) => ({ where: japanese, what }));
}

/** Japanese pages without an English one. */
function japaneseOnly(): Missing[] {
  const english = new Set(writtenPages());
  return writtenPages("ja")
    .filter((page) => !english.has(page))
    .map((page) => ({ where: `docs/ja/${page}`, what: "has no English page" }));
}
