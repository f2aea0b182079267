import type { BraidynError } from "@braidyn/core";
import type { PlotOptions, PlotSpec } from "@braidyn/plots";
import type { Value } from "./value.ts";

/** What a lesson works on. */
export interface LessonData {
  /** The session files; empty where {@link LessonData.given} was made of them. */
  readonly sessions: readonly string[];
  /** What `answer` is called with: the path of the one session, the paths of several, or what `prepare.ts` made. */
  readonly given: string | readonly string[];
  /** A folder that the learner is not shown, where `prepare.ts` put what only the check may know. */
  readonly hidden: string;
}

/** Equal to `value`, numbers up to `within`. */
export interface Exact {
  readonly value: Value;
  /** Default 1e-6. */
  readonly within?: number;
  /** What those get who make a typical mistake; its name is one of `mistakes` in `lesson.yaml`. */
  readonly mistakes?: Readonly<Record<string, Value>>;
}

/** What is wrong with an answer: a mistake of `lesson.yaml`, or null where it has no name, and the two values as text. */
export interface Fault {
  readonly mistake: string | null;
  readonly found: string;
  readonly expected: string;
  /** What a part of the kit said of the answer, in its own words. */
  readonly error?: BraidynError;
}

/** Judged rather than compared: many answers are right. */
export interface Judged {
  /** What an answer looks like, for one of another kind. */
  readonly like: Value;
  readonly judge: (
    found: Value,
    answer: Readonly<Record<string, Value>>,
  ) => Promise<Fault | null> | Fault | null;
}

export type Expectation = Exact | Judged;

/** What `check.ts` exports. */
export interface LessonModule {
  /** What is expected of each name of the answer, computed from the data. */
  expectations(data: LessonData): Promise<Readonly<Record<string, Expectation>>>;
  /** The plots to look at, by the file's name. `answer` is the learner's, right in all its parts. */
  plots(
    data: LessonData,
    answer: Readonly<Record<string, Value>>,
    options: PlotOptions,
  ): Promise<Readonly<Record<string, PlotSpec>>>;
  /** Files that a right answer makes, by their names: what the learner goes on with. */
  files?(answer: Readonly<Record<string, Value>>): Readonly<Record<string, string>>;
}

/** What `prepare.ts` exports. */
export interface PrepareModule {
  /** Whether it puts something into `hidden`. */
  readonly hides?: boolean;
  /** Makes what the lesson gives at `path` of the sessions; what the learner must not see goes to the folder `hidden`. */
  prepare(make: {
    readonly sessions: readonly string[];
    readonly path: string;
    readonly hidden: string;
    readonly seed: number;
  }): Promise<void>;
}
