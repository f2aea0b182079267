import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "@braidyn/challenges/guided";
import { BraidynError } from "@braidyn/core";
import { writeWhole } from "../atomic-file.ts";
import type { Shell } from "../shell.ts";
import { progressFile } from "./home.ts";

/** How far a learner has come in one lesson. */
export interface LessonProgress {
  /** When it was passed in each kit, ISO 8601. */
  readonly passed: Readonly<Partial<Record<Kit, string>>>;
  /** Hints seen. */
  readonly hints: number;
}

export interface Progress {
  readonly format: "braidyn-learn/1";
  readonly kit: Kit;
  /** The lesson that the learner is at; null before the first. */
  readonly current: string | null;
  /** By lesson, those that were started. */
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

export const newLesson: LessonProgress = { passed: {}, hints: 0 };

const beginning: Progress = { format: "braidyn-learn/1", kit: "python", current: null, lessons: {} };

/** The learner's progress, from the beginning where there is none. @throws BraidynError `LEARN_PROGRESS`. */
export async function readProgress(home: string): Promise<Progress> {
  const path = join(home, progressFile);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return beginning;
    throw new BraidynError("LEARN_PROGRESS", { path, reason: code ?? "" }, { cause });
  }
  return parseProgress(text, path);
}

function parseProgress(text: string, path: string): Progress {
  try {
    const found = JSON.parse(text) as Partial<Progress> | null;
    if (found?.format !== beginning.format) throw new Error(`format is not ${beginning.format}`);
    const kit = found.kit === "typescript" ? "typescript" : "python";
    const lessons = Object.entries(found.lessons ?? {}).map(([id, { passed, hints }]) => [
      id,
      { passed: typeof passed === "object" && passed !== null ? passed : {}, hints: Number(hints) || 0 },
    ]);
    const current = typeof found.current === "string" ? found.current : null;
    return { ...beginning, kit, current, lessons: Object.fromEntries(lessons) as Progress["lessons"] };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("LEARN_PROGRESS", { path, reason }, { cause });
  }
}

/** Changes one lesson's progress from what it is now, and makes it the current one. */
export async function changeProgress(
  home: string,
  { id, kit }: { readonly id: string; readonly kit: Kit },
  change: (lesson: LessonProgress) => LessonProgress,
  shell: Shell,
): Promise<Progress> {
  const progress = await readProgress(home);
  const lessons = { ...progress.lessons, [id]: change(progress.lessons[id] ?? newLesson) };
  const changed: Progress = { ...progress, kit, current: id, lessons };
  await writeWhole(join(home, progressFile), [`${JSON.stringify(changed, null, 2)}\n`], {
    force: true,
    shell,
  });
  return changed;
}
