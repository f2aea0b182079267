/**
 * The guided challenges: lessons that are found by folder, run and checked. `braidyn learn` is made of it.
 *
 * ```ts
 * import { listLessons } from "@braidyn/challenges/guided";
 *
 * for (const { number, definition } of await listLessons()) console.log(number, definition.title.en);
 * ```
 */
export type { LessonData } from "./guided/engine/contract.ts";
export type { Difference } from "./guided/engine/compare.ts";
export { evaluate, type Evaluation } from "./guided/engine/evaluate.ts";
export { listLessons, loadCheck } from "./guided/engine/find-lessons.ts";
export type { PartResult } from "./guided/engine/judge.ts";
export { exerciseFile, kits, type Kit, type Lesson } from "./guided/engine/lesson.ts";
export { prepareData, type PrepareOptions } from "./guided/engine/prepare-data.ts";
export { readmeFile, readTexts, type ReadmePart } from "./guided/engine/read-text.ts";
export type { Failure, FailureKind } from "./guided/engine/failure.ts";
