import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { simulateCohort } from "@braidyn/simulator";
import type { LessonData } from "./contract.ts";
import { loadPrepare } from "./find-lessons.ts";
import type { Lesson, Simulation } from "./lesson.ts";
import { recipeOf, recipeVersion, type WhichData } from "./recipe.ts";

export interface PrepareOptions {
  /** Where data are kept, the learner's or the check's; a folder a name of data. */
  readonly folder: string;
  /** Where `prepare.ts` puts what learners must not see. */
  readonly hidden: string;
  readonly which: WhichData;
  /** Called now and then; what it throws ends the work. */
  readonly check?: () => void;
  /** Told of a folder that is being filled, and given how to forget it, so that nothing half made is left behind. */
  readonly temporary?: (path: string) => () => void;
}

/** Lies in every folder of data that is whole. */
const markName = "complete.json";

interface Mark {
  readonly made: string;
  readonly sessions: readonly string[];
  /** Bytes of every file. */
  readonly files: Readonly<Record<string, number>>;
}

/**
 * The data of a lesson, simulated where they are not there yet, or not whole, or of another version of the lesson. They
 * appear under their name as a whole.
 *
 * @throws BraidynError `NWB_WRITE_FAILED` and the system's own errors when the folder cannot be written.
 */
export async function prepareData(lesson: Lesson, options: PrepareOptions): Promise<LessonData> {
  const { name, gives } = lesson.definition.data;
  const target = join(options.folder, name);
  const hidden = join(options.hidden, name);
  const made = JSON.stringify({ ...recipeOf(lesson, options.which), version: recipeVersion });
  let mark = await readMark(target, made);
  if (mark === null || (gives !== undefined && (await isHidden(lesson)) && !existsSync(hidden))) {
    await make(lesson, target, hidden, made, options);
    mark = await readMark(target, made);
  }
  const sessions = (mark?.sessions ?? []).map((file) => join(target, file));
  const given = gives === undefined ? sessions : join(target, gives);
  return {
    sessions,
    hidden,
    given: Array.isArray(given) && given.length === 1 ? (given[0] as string) : given,
  };
}

async function isHidden(lesson: Lesson): Promise<boolean> {
  return (await loadPrepare(lesson))?.hides === true;
}

/** What the folder holds; null unless it was made so and every file is as it was. */
async function readMark(folder: string, made: string): Promise<Mark | null> {
  try {
    const mark = JSON.parse(await readFile(join(folder, markName), "utf8")) as Mark;
    const whole = Object.entries(mark.files).every(
      ([file, bytes]) => statSync(join(folder, file), { throwIfNoEntry: false })?.size === bytes,
    );
    return mark.made === made && whole ? mark : null;
  } catch {
    return null;
  }
}

async function make(
  lesson: Lesson,
  target: string,
  hidden: string,
  made: string,
  { which, check = () => {}, temporary = () => () => {} }: PrepareOptions,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(`${target}.part-`);
  const forget = temporary(work);
  try {
    const { seed, simulate, gives } = recipeOf(lesson, which);
    const folder = join(work, "data");
    const raw = gives === undefined ? folder : join(work, "sessions");
    await mkdir(folder);
    const paths = await simulateAll(simulate, raw, seed, check);
    if (gives !== undefined) {
      await mkdir(join(work, "hidden"));
      const prepare = await loadPrepare(lesson);
      await prepare?.prepare({
        sessions: paths,
        path: join(folder, gives),
        hidden: join(work, "hidden"),
        seed,
      });
      if (prepare?.hides) await takePlace(join(work, "hidden"), hidden);
    }
    const sessions = gives === undefined ? paths.map((path) => relative(folder, path)) : [];
    const mark: Mark = { made, sessions, files: await sizesIn(folder) };
    await writeFile(join(folder, markName), JSON.stringify(mark));
    await takePlace(folder, target);
  } finally {
    await rm(work, { recursive: true, force: true });
    forget();
  }
}

async function simulateAll(
  simulations: readonly Simulation[],
  outDir: string,
  seed: number,
  check: () => void,
): Promise<string[]> {
  const paths: string[] = [];
  for (const { outcome_labels: outcomeLabels, ...cohort } of simulations) {
    const options = { ...cohort, outcomeLabels, seed, outDir, maskSize: 96, processes: 1, onProgress: check };
    paths.push(...(await simulateCohort(options)));
  }
  return paths;
}

/** Two at once make the same: whichever comes last stays. */
async function takePlace(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  for (let attempt = 0; ; attempt++) {
    await rm(to, { recursive: true, force: true });
    try {
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (attempt >= 3 || (code !== "ENOTEMPTY" && code !== "EEXIST")) throw error;
    }
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(files.map((file) => [relative(folder, file), statSync(file).size]));
}
