import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Lesson } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import type { Shell } from "../shell.ts";
import { dataFolders, makeHome } from "./home.ts";
import { copyNew, unusedName } from "./kept-files.ts";
import { lessonData } from "./lesson-data.ts";
import { exercisePath, shown, type Place } from "./place.ts";
import { changeProgress } from "./progress.ts";
import { pythonNeeds } from "./python-needs.ts";

/** Starts a lesson, or goes on with it: what the learner has of it stays as it is. */
export async function startLesson(lesson: Lesson, place: Place, shell: Shell): Promise<void> {
  const { home, kit } = place;
  const { readmeFile, readTexts } = await import("@braidyn/challenges/guided");
  await makeHome(home);
  const exercise = await exercisePath(place, lesson);
  const readme = join(home, lesson.id, readmeFile(shell.language));
  await mkdir(dirname(exercise), { recursive: true });
  await copyNew(join(lesson.folder, readmeFile(shell.language)), readme);
  await copyNew(await shippedExercise(lesson, place), exercise);
  if (!existsSync(join(dataFolders(home).given, lesson.definition.data.name))) {
    await shell.note(shell.text(commandTexts.learnPreparing));
  }
  const data = await lessonData(lesson, "given", home, shell);
  await changeProgress(home, { id: lesson.id, kit }, (known) => known, shell);
  const needs = kit === "python" ? await pythonNeeds(lesson, place, shell) : null;
  const given = typeof data.given === "string" ? data.given : dirname(data.given[0] ?? home);
  const paths = { exercise: shown(exercise, shell), readme: shown(readme, shell), data: shown(given, shell) };
  if (shell.json) return shell.printJson({ lesson: lesson.id, kit, ...paths, needs });
  const texts = await readTexts(lesson, shell.language);
  await shell.print(
    [
      ...[shell.colors.bold(headingOf(lesson, shell)), "", emphasised(texts.idea, shell), ""],
      ...[shell.colors.bold(shell.text(commandTexts.learnTask)), "", emphasised(texts.task, shell), ""],
      shell.text(commandTexts.learnEdit, { path: paths.exercise }),
      shell.text(commandTexts.learnDataAt, { path: paths.data }),
      shell.text(commandTexts.learnReadAt, { path: paths.readme }),
      shell.text(commandTexts.learnCheckWith),
      shell.text(commandTexts.learnHintWith),
      ...(needs === null ? [] : ["", needs]),
    ].join("\n"),
  );
}

export function headingOf({ number, definition }: Lesson, { language, text }: Shell): string {
  return text(commandTexts.learnHeading, { number, title: definition.title[language] });
}

/** Markdown reads well as it is; only what is bold should be so on a terminal. */
function emphasised(markdown: string, { colors }: Shell): string {
  return markdown.replace(/\*\*([^*]+)\*\*/g, (_, words: string) => colors.bold(words));
}

async function shippedExercise(lesson: Lesson, { kit }: Place): Promise<string> {
  const { exerciseFile } = await import("@braidyn/challenges/guided");
  return join(lesson.folder, exerciseFile(kit));
}

/** The exercise as in the beginning; the learner's version is kept beside it. */
export async function restartLesson(lesson: Lesson, place: Place, shell: Shell): Promise<void> {
  const path = await exercisePath(place, lesson);
  const kept = unusedName(path);
  await rename(path, kept);
  await copyNew(await shippedExercise(lesson, place), path);
  const paths = { path: shown(path, shell), kept: shown(kept, shell) };
  if (shell.json) return shell.printJson({ lesson: lesson.id, ...paths });
  await shell.print(shell.text(commandTexts.learnRestarted, paths));
}
