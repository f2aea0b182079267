import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Kit, Lesson } from "@braidyn/challenges/guided";
import { BraidynError } from "@braidyn/core";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import { findHome, lessonAround } from "./home.ts";
import { readProgress, type Progress } from "./progress.ts";

/** What the command line says of where and how to learn. */
export interface LearnOptions {
  readonly folder?: string | undefined;
  readonly kit?: Kit | undefined;
  readonly python?: string | undefined;
  readonly seconds: number;
}

/** Where the learner stands. */
export interface Place {
  /** Absolute. */
  readonly home: string;
  readonly kit: Kit;
  readonly python: string;
  readonly seconds: number;
  readonly lessons: readonly Lesson[];
  readonly progress: Progress;
}

/** @throws BraidynError `LEARN_PROGRESS`. */
export async function findPlace(options: LearnOptions, shell: Shell): Promise<Place> {
  const { listLessons } = await import("@braidyn/challenges/guided");
  const home = findHome(options.folder, shell);
  const progress = await readProgress(home);
  return {
    ...{ home, progress, lessons: await listLessons(), seconds: options.seconds },
    kit: options.kit ?? progress.kit,
    python: pythonCommand(options.python, shell),
  };
}

/** The Python that learners have in mind: the one they name, the active environment's, else the system's. */
export function pythonCommand(asked: string | undefined, { context }: Shell): string {
  const { env } = context;
  const windows = process.platform === "win32";
  const active = env["VIRTUAL_ENV"];
  const inside = windows ? ["Scripts", "python.exe"] : ["bin", "python"];
  const activePython = active ? join(active, ...inside) : undefined;
  const named = asked ?? env["BRAIDYN_PYTHON"] ?? activePython ?? (windows ? "python" : "python3");
  // absolute, as exercises run in their own folder
  return /[/\\]/.test(named) ? resolve(locate(context, named)) : named;
}

/** A lesson by its number or name. @throws BraidynError `LEARN_UNKNOWN`. */
export function lessonOf(word: string, lessons: readonly Lesson[]): Lesson {
  const found = lessons.find(
    ({ id, number }) => id === word || String(number) === word.replace(/^0+(?=\d)/, ""),
  );
  if (found !== undefined) return found;
  throw new BraidynError("LEARN_UNKNOWN", { found: word, last: lessons.at(-1)?.number ?? 0 });
}

/**
 * The lesson asked for, else the one whose folder the learner is in, else the one they were at last; it must be started.
 *
 * @throws BraidynError `LEARN_UNKNOWN`, `LEARN_NONE_STARTED`, `LEARN_NOT_STARTED`.
 */
export async function startedLesson(word: string | undefined, place: Place, shell: Shell): Promise<Lesson> {
  const { home, lessons, progress } = place;
  const around = lessons.find(({ id }) => id === lessonAround(home, shell));
  const last = lessons.find(({ id }) => id === progress.current);
  const lesson = word === undefined ? (around ?? last) : lessonOf(word, lessons);
  if (lesson === undefined) throw new BraidynError("LEARN_NONE_STARTED", { path: shown(home, shell) });
  const path = await exercisePath(place, lesson);
  if (existsSync(path)) return lesson;
  throw new BraidynError("LEARN_NOT_STARTED", { number: lesson.number, path: shown(path, shell) });
}

/** The learner's own file. */
export async function exercisePath(
  { home, kit }: Pick<Place, "home" | "kit">,
  { id }: Lesson,
): Promise<string> {
  const { exerciseFile } = await import("@braidyn/challenges/guided");
  return join(home, id, exerciseFile(kit));
}

/** A path as the learner would type it. */
export function shown(path: string, { context }: Shell): string {
  const here = context.cwd === "." ? process.cwd() : context.cwd;
  const short = relative(here, path);
  return short === "" ? "." : short.startsWith("..") && short.length > path.length ? path : short;
}
