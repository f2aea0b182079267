import { existsSync } from "node:fs";
import type { Lesson } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import { drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";
import { exercisePath, shown, type Place } from "./place.ts";

type State = "passed" | "started" | "open";

/** Every lesson and how far the learner has come in it. */
export async function showList(place: Place, shell: Shell): Promise<void> {
  const { home, kit, lessons } = place;
  const states: State[] = [];
  for (const lesson of lessons) states.push(await stateOf(lesson, place));
  if (shell.json) {
    const listed = lessons.map(({ id, number, definition }, i) => ({
      ...{ id, number, title: definition.title[shell.language] },
      ...{ minutes: definition.minutes, state: states[i] },
    }));
    return shell.printJson({ folder: home, kit, lessons: listed });
  }
  const title = shell.text(commandTexts.learnTitle, { kit, folder: shown(home, shell) });
  const { text, language } = shell;
  const columns = [
    "",
    text(commandTexts.learnLesson),
    text(commandTexts.learnMinutes),
    text(commandTexts.learnState),
  ];
  const rows = lessons.map(({ number, definition }, i) => [
    ...[String(number), definition.title[language], String(definition.minutes)],
    text(stateTexts[states[i] as State]),
  ]);
  const next = nextLesson(place);
  await shell.print(await drawTable({ title, columns, rows }, shell));
  await shell.print(
    next === null ? text(commandTexts.learnAllPassed) : text(commandTexts.learnGoOn, { word: "next" }),
  );
}

const stateTexts = {
  passed: commandTexts.learnStatePassed,
  started: commandTexts.learnStateStarted,
  open: commandTexts.learnStateOpen,
} as const;

async function stateOf(lesson: Lesson, place: Place): Promise<State> {
  if (isPassed(lesson, place)) return "passed";
  return existsSync(await exercisePath(place, lesson)) ? "started" : "open";
}

function isPassed({ id }: Lesson, { progress, kit }: Place): boolean {
  return progress.lessons[id]?.passed[kit] !== undefined;
}

/** The first lesson that is not passed; null where all are. */
export function nextLesson(place: Place): Lesson | null {
  return place.lessons.find((lesson) => !isPassed(lesson, place)) ?? null;
}
