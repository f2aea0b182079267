import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BraidynError } from "@braidyn/core";
import { parse } from "yaml";
import type { LessonModule, PrepareModule } from "./contract.ts";
import { lessonSchema, type Lesson } from "./lesson.ts";

/** `guided` with the code that runs: the sources, or `dist/guided`. */
const code = dirname(dirname(fileURLToPath(import.meta.url)));

/** `guided` with the texts, exercises and solutions, which are shipped as they are. */
const texts = basename(dirname(code)) === "dist" ? join(dirname(dirname(code)), "guided") : code;

/** A lesson's folder is called by its number and what it is about. */
const folderName = /^(\d\d)-[a-z][a-z0-9-]*$/;

/** Every folder with a `lesson.yaml`, in order. @throws BraidynError `LEARN_LESSON` for one that is not as it should be. */
export async function listLessons(): Promise<Lesson[]> {
  const ids = readdirSync(texts).filter(
    (name) => folderName.test(name) && existsSync(join(texts, name, "lesson.yaml")),
  );
  return Promise.all(ids.sort().map(readLesson));
}

async function readLesson(id: string): Promise<Lesson> {
  const folder = join(texts, id);
  const path = join(folder, "lesson.yaml");
  const parsed = lessonSchema.safeParse(parse(await readFile(path, "utf8")));
  if (parsed.success) return { id, number: Number(id.slice(0, 2)), folder, definition: parsed.data };
  const [issue] = parsed.error.issues;
  const reason = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
  throw new BraidynError("LEARN_LESSON", { path, reason });
}

/** The lesson's `check.ts`. */
export async function loadCheck({ id }: Lesson): Promise<LessonModule> {
  return (await import(moduleUrl(id, "check") ?? "")) as LessonModule;
}

/** The lesson's `prepare.ts`; null for one that needs none. */
export async function loadPrepare({ id }: Lesson): Promise<PrepareModule | null> {
  const url = moduleUrl(id, "prepare");
  return url === null ? null : ((await import(url)) as PrepareModule);
}

function moduleUrl(id: string, name: string): string | null {
  const path = [".ts", ".js"].map((ending) => join(code, id, `${name}${ending}`)).find(existsSync);
  return path === undefined ? null : pathToFileURL(path).href;
}
