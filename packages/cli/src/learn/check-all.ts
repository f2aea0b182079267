import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Evaluation, Kit, Lesson, LessonData } from "@braidyn/challenges/guided";
import { languages } from "@braidyn/core";
import { sayIn, type Shell } from "../shell.ts";
import { showReports, type LessonReport } from "./check-all-report.ts";
import { explain } from "./explain.ts";
import { pythonCommand, type LearnOptions } from "./place.ts";
import { lackingPackages } from "./python-needs.ts";
import { lessonData } from "./lesson-data.ts";

/** As many programs at once. */
const atOnce = 2;

/** Proves that every lesson fails as shipped and passes with its solution. @returns whether all do. */
export async function checkAll(options: LearnOptions, shell: Shell): Promise<boolean> {
  const { kits, listLessons } = await import("@braidyn/challenges/guided");
  const lessons = await listLessons();
  const home = await mkdtemp(join(tmpdir(), "braidyn-learn-all-"));
  const forget = shell.context.interruption.temporary(home);
  try {
    const data = sharedData(home, shell);
    const tasks = lessons.flatMap((lesson) =>
      kits.filter((kit) => (options.kit ?? kit) === kit).map((kit) => ({ lesson, kit })),
    );
    const reports = await inTurn(tasks, async ({ lesson, kit }) =>
      reportOn(
        lesson,
        kit,
        { given: await data(lesson, "given"), other: await data(lesson, "other") },
        options,
        shell,
      ),
    );
    await showReports(reports, shell);
    return reports.every(({ good }) => good);
  } finally {
    await rm(home, { recursive: true, force: true });
    forget();
  }
}

interface BothData {
  readonly given: LessonData;
  readonly other: LessonData;
}

type Prepare = (lesson: Lesson, which: "given" | "other") => Promise<LessonData>;

/** Data of lessons; those that several share are made once. */
function sharedData(home: string, shell: Shell): Prepare {
  const made = new Map<string, Promise<LessonData>>();
  return (lesson, which) => {
    const key = `${which} ${lesson.definition.data.name}`;
    const data = made.get(key) ?? lessonData(lesson, which, home, shell);
    made.set(key, data);
    return data;
  };
}

async function inTurn<T, R>(tasks: readonly T[], work: (task: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length) {
      const task = next++;
      results[task] = await work(tasks[task] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function reportOn(
  lesson: Lesson,
  kit: Kit,
  data: BothData,
  options: LearnOptions,
  shell: Shell,
): Promise<LessonReport> {
  const { evaluate, exerciseFile, loadCheck } = await import("@braidyn/challenges/guided");
  const python = pythonCommand(options.python, shell);
  const lacking = kit === "python" ? await lackingPackages(python, lesson.definition.python) : [];
  if (lacking === null || lacking.length > 0) {
    const reason = `${python}: ${lacking?.join(", ") ?? "-"}`;
    return {
      lesson: lesson.id,
      kit,
      good: false,
      asShipped: reason,
      solution: reason,
      otherData: reason,
      plots: [],
    };
  }
  const run = (what: "exercise" | "solution", on: LessonData) =>
    evaluate(lesson, on, {
      ...{ kit, python, seconds: options.seconds, program: join(lesson.folder, exerciseFile(kit, what)) },
      check: () => shell.context.interruption.check(),
    });
  const shipped = await run("exercise", data.given);
  const solved = await run("solution", data.given);
  const other = await run("solution", data.other);
  const asShipped = reasonOf(lesson, shipped, kit, options, shell);
  const [solution, otherData] = [solved, other].map((each) => reasonOf(lesson, each, kit, options, shell));
  const { expectations, plots } = await loadCheck(lesson);
  const nameless = unexplained(lesson, await expectations(data.given));
  const drawn = solved.passed
    ? Object.keys(await plots(data.given, solved.answer, { language: shell.language }))
    : [];
  const good = isNamed(shipped) && solved.passed && other.passed && drawn.length > 0 && nameless === "";
  return {
    lesson: lesson.id,
    kit,
    good,
    asShipped,
    solution: solution ?? "",
    otherData: otherData ?? "",
    plots: drawn,
  };
}

/** Names of the answer and of mistakes that `check.ts` has and `lesson.yaml` says nothing of, or the other way round. */
function unexplained({ definition }: Lesson, expectations: Readonly<Record<string, object>>): string {
  const names = new Set(Object.keys(definition.answer));
  const mistakes = Object.values(expectations).flatMap((each) =>
    "mistakes" in each ? Object.keys(each.mistakes as object) : [],
  );
  const without = [
    ...mistakes.filter((name) => !(name in definition.mistakes)),
    ...Object.keys(expectations).filter((name) => !names.has(name)),
    ...[...names].filter((name) => !(name in expectations)),
  ];
  return [...new Set(without)].join(", ");
}

/** Whether a program fails because something is still to do in it, and not in another way. */
function isNamed({ passed, failure, parts }: Evaluation): boolean {
  if (passed) return false;
  return failure === null
    ? parts.some(({ difference }) => difference?.kind === "todo")
    : failure.kind === "nothing";
}

/** What a learner would be told first, in every language, as one line; "" for a program that passed. */
function reasonOf(
  lesson: Lesson,
  evaluation: Evaluation,
  kit: Kit,
  options: LearnOptions,
  shell: Shell,
): string {
  const place = { kit, python: pythonCommand(options.python, shell), seconds: options.seconds };
  const said = languages.map((language) => {
    const { failure, parts } = explain(lesson, evaluation, place, {
      ...shell,
      language,
      text: sayIn(language),
    });
    const wrong = parts.find(({ right }) => !right);
    return failure ?? (wrong === undefined ? "" : `${wrong.name}: ${wrong.lines.join(" ")}`);
  });
  return said[languages.indexOf(shell.language)] ?? "";
}
