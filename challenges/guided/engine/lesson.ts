import { z } from "zod";

/** A text of a lesson, in every language. `{name}` marks what is filled in. */
const text = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

const range = (low: number, high: number) => z.int().min(low).max(high);

/** Simulated sessions: those of `braidyn simulate` with these options. */
const simulation = z.strictObject({
  mice: z.array(range(0, 9999)).min(1).max(30),
  days: z.array(range(0, 30)).min(1).max(30),
  minutes: z.number().min(0.5).max(60),
  type: z.enum(["task", "resting-state", "sensory-stim"]).default("task"),
  layout: z.enum(["reduced", "full"]).default("reduced"),
  streams: z.array(z.enum(["sensors", "keypoints", "pupil"])).default([]),
  outcome_labels: z.enum(["released", "prerelease"]).default("released"),
});

/** `lesson.yaml`. */
export const lessonSchema = z.strictObject({
  title: text,
  /** How long a newcomer takes. */
  minutes: range(1, 120),
  data: z.strictObject({
    /** Its folder in the learner's `data/`; lessons that give the same name share it. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    simulate: z.array(simulation).default([]),
    /** What `prepare.ts` makes of the sessions and the exercise is given instead of them. */
    gives: z
      .string()
      .regex(/^[a-z][a-z0-9.-]{0,39}$/)
      .optional(),
  }),
  /** Packages that the Python exercise imports. */
  python: z.array(z.enum(["numpy", "pandas", "h5py", "pyarrow", "scikit-learn"])).min(1),
  /** From a nudge to nearly the answer. */
  hints: z.array(text).min(1),
  /** Every name that `answer` returns: what it is, and why it has the value that it has. */
  answer: z.record(z.string(), z.strictObject({ what: text, why: text })),
  /** Typical mistakes, by the names that `check.ts` gives them. */
  mistakes: z.record(z.string(), text).default({}),
  /** What to take along when everything is right. */
  passed: text,
});

export type LessonText = z.infer<typeof text>;
export type Simulation = z.infer<typeof simulation>;
export type LessonDefinition = z.infer<typeof lessonSchema>;

/** A lesson of the course. */
export interface Lesson {
  /** The name of its folder, `03-state-machine`. */
  readonly id: string;
  readonly number: number;
  readonly folder: string;
  readonly definition: LessonDefinition;
}

/** The languages that every exercise and solution is written in. */
export const kits = ["python", "typescript"] as const;
export type Kit = (typeof kits)[number];

/** The file's name in the lesson's folder and in the learner's. */
export function exerciseFile(kit: Kit, what: "exercise" | "solution" = "exercise"): string {
  return `${what}.${kit === "python" ? "py" : "ts"}`;
}
