import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { repositoryFolder } from "../site/folders.ts";
import type { Missing } from "./find-missing.ts";

export interface MessageParity {
  readonly missing: Missing[];
  readonly count: number;
}

/** Every `{ en, ja }` in the catalogue, wherever a file of it keeps them, against each other. */
export async function missingInMessages(): Promise<MessageParity> {
  const folder = join(repositoryFolder, "packages/core/src/messages");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const missing: Missing[] = [];
  const names = new Map<string, string>();
  let count = 0;
  for (const file of files.sort()) {
    const contents: unknown = await import(pathToFileURL(join(folder, file)).href);
    for (const { path, text } of textsIn(contents, "")) {
      count++;
      missing.push(...problemsOf(text).map((what) => ({ where: `${file}, ${path}`, what })));
      if (dirname(file) !== "commands") continue;
      // The texts of all commands become one object: of two of one name, one would be shown for the other.
      const name = path.slice(path.indexOf(".") + 1);
      const other = names.get(name);
      if (other !== undefined)
        missing.push({ where: `${file}, ${name}`, what: `is hidden by the one in ${other}` });
      names.set(name, file);
    }
  }
  return { missing, count };
}

type Text = Readonly<Record<string, unknown>>;

/** Every `{ en, ja }` in the definitions of challenges and lessons. */
export function missingInDefinitions(): MessageParity {
  const files = ["challenges", "challenges/guided"].flatMap((folder) =>
    readdirSync(join(repositoryFolder, folder))
      .flatMap((name) => [`${folder}/${name}/challenge.yaml`, `${folder}/${name}/lesson.yaml`])
      .filter((path) => existsSync(join(repositoryFolder, path))),
  );
  const texts = files.flatMap((file) => {
    const contents: unknown = parse(readFileSync(join(repositoryFolder, file), "utf8"));
    return textsIn(contents, "").map(({ path, text }) => ({ where: `${file}, ${path}`, text }));
  });
  const missing = texts.flatMap(({ where, text }) => problemsOf(text).map((what) => ({ where, what })));
  return { missing, count: texts.length };
}

/** The texts inside of anything: objects with `en` or `ja`. What spreads other files' texts is looked at there. */
function textsIn(value: unknown, path: string): { path: string; text: Text }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value || "ja" in value) return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, path === "" ? name : `${path}.${name}`),
  );
}

function problemsOf({ en, ja }: Text): string[] {
  if (typeof en !== "string" || en.trim() === "") return ["has no English"];
  if (typeof ja !== "string" || ja.trim() === "") return ["has no Japanese"];
  const problems: string[] = [];
  if (!/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(ja))
    problems.push("its Japanese is not in Japanese");
  if (placeholders(en) !== placeholders(ja)) problems.push("its languages have other parameters");
  return problems;
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();
}
