import { z } from "zod";

/** A text in English and Japanese. */
const bilingual = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

/** Whole numbers `from` to `to`, both included. */
const dayRange = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });

/** A subject (`48` or `VG1-GC#48`), a session's key, a day, or a range of days: which of them, `split.unit` says. */
const splitMember = z.union([z.int().min(0), z.string().min(1), dayRange]);

const splitGroup = z.array(splitMember);

const data = z.strictObject({
  dandiset: z.string().regex(/^\d{6}$/),
  version: z.string().min(1).optional(),
  profile: z.string().min(1).optional(),
  /** Any name: another profile has other types. Without a profile, it must be one of the dataset's. */
  sessions: z.strictObject({ type: z.string().min(1), days: dayRange.optional() }),
  /** What the folder's code reads of a session, for `braidyn fetch`: `dFF`, `sensors:lever`, `keypoints:body`, `pupil`. */
  reads: z
    .array(z.string().regex(/^[A-Za-z][\w.:-]{0,80}$/))
    .min(1)
    .optional(),
});

const input = z.strictObject({
  streams: z.array(z.string().min(1)).min(1),
  window: z.strictObject({ from_seconds: z.number(), to_seconds: z.number() }).optional(),
  /** The axes of one row's input, outermost first; `size` is checked when a bundle is built. */
  shape: z.array(z.strictObject({ axis: z.string().min(1), size: z.int().min(1).optional() })).min(1),
  unit: z.string().default(""),
  causal: z.boolean(),
});

const truthColumn = z.strictObject({ type: z.enum(["binary", "number"]), description: bilingual });

const split = z.strictObject({
  unit: z.enum(["subject", "session", "day"]),
  train: splitGroup,
  validation: splitGroup.default([]),
  public: splitGroup,
  private: splitGroup.default([]),
});

const statistics = z.strictObject({
  resamples: z.int().min(100).max(100_000).default(2000),
  level: z.number().gt(0.5).lt(1).default(0.95),
  seed: z.int().min(0).max(0xffff_ffff).default(0),
});

const limits = z.strictObject({
  max_bytes: z.int().min(1).default(100_000_000),
  per_day: z.int().min(1).optional(),
  total: z.int().min(1).optional(),
});

/** A time without its zone means another moment to every reader, so the offset is required. */
const moment = z.iso.datetime({ offset: true });

const phase = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: bilingual.optional(),
  start: moment,
  end: moment,
});

/** The whole of `challenge.yaml`; unknown keys are errors. */
export const challengeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .max(64),
  title: bilingual,
  description: bilingual,
  data,
  input,
  truth: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/), truthColumn),
  split,
  metrics: z.strictObject({ primary: z.string().min(1), secondary: z.array(z.string().min(1)).default([]) }),
  /** A session's score is computed first, then sessions are averaged to subjects and subjects to the score. */
  aggregation: z.literal("session-subject").default("session-subject"),
  statistics: statistics.prefault({}),
  limits: limits.prefault({}),
  phases: z.array(phase).default([]),
});

/** A challenge as its `challenge.yaml` defines it, defaults filled in. Keys are those of the file. */
export type ChallengeDefinition = z.infer<typeof challengeSchema>;

export type SplitDefinition = ChallengeDefinition["split"];
export type SplitUnit = SplitDefinition["unit"];
export type SplitMember = z.infer<typeof splitMember>;

/** JSON Schema (draft 2020-12) of `challenge.yaml`, for editors. */
export function challengeJsonSchema(): Record<string, unknown> {
  return { title: "BraiDyn challenge", ...z.toJSONSchema(challengeSchema, { io: "input" }) };
}
