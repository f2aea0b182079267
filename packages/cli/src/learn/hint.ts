import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lesson } from "@braidyn/challenges/guided";
import { BraidynError, commandTexts } from "@braidyn/core";
import type { Shell } from "../shell.ts";
import type { Place } from "./place.ts";
import { changeProgress, newLesson } from "./progress.ts";

/** Every hint seen so far and the next one. */
export async function showHint(lesson: Lesson, { home, kit }: Place, shell: Shell): Promise<void> {
  const { hints } = lesson.definition;
  const changed = await changeProgress(
    home,
    { id: lesson.id, kit },
    (known) => ({ ...known, hints: Math.min(hints.length, known.hints + 1) }),
    shell,
  );
  const seen = changed.lessons[lesson.id]?.hints ?? 1;
  const texts = hints.slice(0, seen).map((hint) => hint[shell.language]);
  if (shell.json) return shell.printJson({ lesson: lesson.id, hints: texts, all: hints.length });
  const all = hints.length;
  const blocks = texts.map(
    (text, i) => `${shell.colors.bold(shell.text(commandTexts.learnHint, { number: i + 1, all }))}\n${text}`,
  );
  const end = seen < all ? [] : [shell.text(commandTexts.learnNoMoreHints, { number: lesson.number })];
  await shell.print([...blocks, ...end].join("\n\n"));
}

/** The solution's program. @throws BraidynError `LEARN_SHOW` unless it is asked for in so many words. */
export async function showSolution(lesson: Lesson, place: Place, show: boolean, shell: Shell): Promise<void> {
  const { number, definition } = lesson;
  if (!show) {
    const seen = (place.progress.lessons[lesson.id] ?? newLesson).hints;
    throw new BraidynError("LEARN_SHOW", { number, seen, all: definition.hints.length });
  }
  const solution = await readSolution(lesson, place);
  if (shell.json) return shell.printJson({ lesson: lesson.id, kit: place.kit, solution });
  await shell.print(solution.trimEnd());
}

async function readSolution(lesson: Lesson, { kit }: Place): Promise<string> {
  const { exerciseFile } = await import("@braidyn/challenges/guided");
  return readFile(join(lesson.folder, exerciseFile(kit, "solution")), "utf8");
}
