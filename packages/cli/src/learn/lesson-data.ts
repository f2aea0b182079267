import type { Lesson, LessonData, PrepareOptions } from "@braidyn/challenges/guided";
import type { Shell } from "../shell.ts";
import { dataFolders } from "./home.ts";

/** The data of a lesson, simulated where they are not there yet. */
export async function lessonData(
  lesson: Lesson,
  which: PrepareOptions["which"],
  home: string,
  shell: Shell,
): Promise<LessonData> {
  const { prepareData } = await import("@braidyn/challenges/guided");
  const { interruption } = shell.context;
  const folders = dataFolders(home);
  const folder = which === "given" ? folders.given : folders.other;
  const hidden = which === "given" ? folders.hidden : folders.otherHidden;
  return interruption.attended(() =>
    prepareData(lesson, {
      ...{ folder, hidden, which },
      check: () => interruption.check(),
      temporary: (path) => interruption.temporary(path),
    }),
  );
}
