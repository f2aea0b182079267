import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Lesson } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import type { Shell } from "../shell.ts";
import { checkLesson } from "./check.ts";
import { exercisePath, shown, type Place } from "./place.ts";

/** Between two looks at the file: editors replace files, which no watcher of the system sees alike everywhere. */
const lookMilliseconds = 300;

/** Checks a lesson again whenever its file is saved, until everything is right. */
export async function watchLesson(lesson: Lesson, place: Place, shell: Shell): Promise<boolean> {
  const path = await exercisePath(place, lesson);
  for (;;) {
    const before = await savedAt(path);
    if (await checkLesson(lesson, place, shell)) return true;
    await shell.note(shell.text(commandTexts.learnWatching, { path: shown(path, shell) }));
    await waitForChange(path, before, shell);
  }
}

async function waitForChange(path: string, before: number, { context }: Shell): Promise<void> {
  const { interruption } = context;
  await interruption.attended(async () => {
    while ((await savedAt(path)) === before) {
      interruption.check();
      await setTimeout(lookMilliseconds);
    }
  });
}

/** Milliseconds since 1970; 0 while an editor replaces the file, which is waited through. */
async function savedAt(path: string): Promise<number> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const found = await stat(path).catch(() => null);
    if (found !== null) return found.mtimeMs;
    await setTimeout(lookMilliseconds);
  }
  return 0;
}
