import type { Kit } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import { drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";

/** What came of a lesson in one kit; each is "" where all is well. */
export interface LessonReport {
  readonly lesson: string;
  readonly kit: Kit;
  readonly good: boolean;
  /** Why the exercise fails as shipped. */
  readonly asShipped: string;
  /** What is wrong with the solution on the learner's data and on others. */
  readonly solution: string;
  readonly otherData: string;
  /** Names of the plots. */
  readonly plots: readonly string[];
}

/** A table of all lessons, and how many are not as they should be. */
export async function showReports(reports: readonly LessonReport[], shell: Shell): Promise<void> {
  const bad = reports.filter(({ good }) => !good).length;
  if (shell.json) return shell.printJson({ good: bad === 0, lessons: reports });
  const { text, colors } = shell;
  const columns = [commandTexts.learnLesson, commandTexts.learnKit, commandTexts.learnAsShipped].map((each) =>
    text(each),
  );
  const more = [commandTexts.learnSolution, commandTexts.learnOtherData, commandTexts.learnPlots].map(
    (each) => text(each),
  );
  const mark = (reason: string): string => (reason === "" ? "✓" : `✗ ${reason.slice(0, 60)}`);
  const rows = reports.map(({ lesson, kit, good, asShipped, solution, otherData, plots }) => [
    ...[`${good ? colors.green("✓") : colors.red("✗")} ${lesson}`, kit, asShipped.slice(0, 60)],
    ...[mark(solution), mark(otherData), plots.join(", ")],
  ]);
  await shell.print(
    await drawTable({ title: text(commandTexts.learnAllTitle), columns: [...columns, ...more], rows }, shell),
  );
  const count = reports.length;
  await shell.print(
    bad === 0 ? text(commandTexts.learnAllGood, { count }) : text(commandTexts.learnAllBad, { bad, count }),
  );
}
