import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Evaluation, Lesson, LessonData } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import { writeWhole } from "../atomic-file.ts";
import type { Shell } from "../shell.ts";
import { explain, explanationLines, type Explanation } from "./explain.ts";
import { exercisePath, shown, type Place } from "./place.ts";
import { changeProgress } from "./progress.ts";
import { unusedName } from "./kept-files.ts";
import { lessonData } from "./lesson-data.ts";
import { headingOf } from "./start.ts";

/** What a check found. */
interface Checked {
  readonly given: Explanation;
  /** On data that the learner does not see; null where the given ones already failed. */
  readonly other: Explanation | null;
  readonly passed: boolean;
  /** Paths of the plots drawn, and of other files that a right answer makes. */
  readonly plots: readonly string[];
  readonly files: readonly string[];
}

/** Checks the learner's program, tells what came of it, and remembers when it passed. */
export async function checkLesson(lesson: Lesson, place: Place, shell: Shell): Promise<boolean> {
  if (!shell.json) await shell.print(shell.colors.bold(headingOf(lesson, shell)));
  const data = await lessonData(lesson, "given", place.home, shell);
  const evaluation = await evaluateFile(lesson, data, place, shell);
  const given = explain(lesson, evaluation, place, shell);
  if (!shell.json) await shell.print(explanationLines(given, shell).join("\n"));
  const other = given.passed ? await checkOther(lesson, place, shell) : null;
  const passed = other?.passed ?? false;
  const plots = passed ? await drawPlots(lesson, data, evaluation, place, shell) : [];
  const files = passed ? await writeFiles(lesson, evaluation, place, shell) : [];
  await remember(lesson, place, passed, shell);
  const checked = { given, other, passed, plots, files };
  if (shell.json) await shell.printJson({ lesson: lesson.id, kit: place.kit, ...checked });
  else await shell.print(closingLines(lesson, checked, shell).join("\n"));
  return passed;
}

async function evaluateFile(
  lesson: Lesson,
  data: LessonData,
  place: Place,
  shell: Shell,
): Promise<Evaluation> {
  const { evaluate } = await import("@braidyn/challenges/guided");
  const { interruption } = shell.context;
  const { kit, python, seconds } = place;
  const program = await exercisePath(place, lesson);
  const check = (): void => interruption.check();
  return interruption.attended(() => evaluate(lesson, data, { kit, program, python, seconds, check }));
}

async function checkOther(lesson: Lesson, place: Place, shell: Shell): Promise<Explanation> {
  const data = await lessonData(lesson, "other", place.home, shell);
  return explain(lesson, await evaluateFile(lesson, data, place, shell), place, shell);
}

async function drawPlots(
  lesson: Lesson,
  data: LessonData,
  { answer }: Evaluation,
  { home }: Place,
  shell: Shell,
): Promise<string[]> {
  const { loadCheck } = await import("@braidyn/challenges/guided");
  const { render } = await import("@braidyn/plots/render");
  const { plots } = await loadCheck(lesson);
  const paths: string[] = [];
  for (const [name, spec] of Object.entries(await plots(data, answer, { language: shell.language }))) {
    const path = join(home, lesson.id, `${name}.png`);
    await writeWhole(path, [await render(spec, "png")], { force: true, shell });
    paths.push(shown(path, shell));
  }
  return paths;
}

/** What the learner goes on with; a file of that name that says something else is kept beside it. */
async function writeFiles(
  lesson: Lesson,
  { answer }: Evaluation,
  { home }: Place,
  shell: Shell,
): Promise<string[]> {
  const { loadCheck } = await import("@braidyn/challenges/guided");
  const { files } = await loadCheck(lesson);
  const paths: string[] = [];
  for (const [name, text] of Object.entries(files?.(answer) ?? {})) {
    const path = join(home, lesson.id, name);
    const before = await readFile(path, "utf8").catch(() => text);
    if (before !== text) await rename(path, unusedName(path));
    await writeWhole(path, [text], { force: true, shell });
    paths.push(shown(path, shell));
  }
  return paths;
}

/** A lesson that was passed once stays passed. */
async function remember(lesson: Lesson, { home, kit }: Place, passed: boolean, shell: Shell): Promise<void> {
  const when = new Date().toISOString();
  await changeProgress(
    home,
    { id: lesson.id, kit },
    (known) => (passed ? { ...known, passed: { ...known.passed, [kit]: when } } : known),
    shell,
  );
}

function closingLines(
  lesson: Lesson,
  { given, other, passed, plots, files }: Checked,
  shell: Shell,
): string[] {
  const { text, colors, language } = shell;
  if (passed) {
    return [
      ...["", colors.green(text(commandTexts.learnPassed)), lesson.definition.passed[language], ""],
      ...plots.map((path) => text(commandTexts.learnPlotAt, { path })),
      ...files.map((path) => text(commandTexts.learnFileAt, { path })),
      text(commandTexts.learnNext),
    ];
  }
  const right = given.parts.filter((part) => part.right).length;
  const all = Object.keys(lesson.definition.answer).length;
  const { number } = lesson;
  if (other === null) return ["", text(commandTexts.learnNotYet, { right, all, number })];
  const silent = { ...other, printed: "", parts: other.parts.filter((part) => !part.right) };
  return ["", text(commandTexts.learnOtherFails), ...explanationLines(silent, shell)];
}
