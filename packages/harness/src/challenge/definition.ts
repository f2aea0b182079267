import { z } from "zod";
import { input, truthColumn } from "./schema/input.ts";
import { limits, phase, sandbox } from "./schema/limits.ts";
import { leakage, split } from "./schema/split.ts";
import { metrics, statistics } from "./schema/statistics.ts";
import { bilingual, columnName, dayRange, name } from "./schema/words.ts";

const data = z.strictObject({
  dandiset: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ examples: ['"001425"'], description: "Number of the dandiset, six digits in quotes." }),
  version: z
    .string()
    .regex(/^(draft|\d+\.\d{6}\.\d{4})$/)
    .meta({ examples: ["draft", "0.240402.2118"] })
    .default("draft")
    .describe("Version of the dandiset that the sessions are taken from."),
  profile: z.string().min(1).optional().describe("Reader's profile; without one, that of BraiDyn-BC."),
  sessions: z
    .strictObject({
      // Any name: another profile has other types. Without a profile, it must be one of the dataset's.
      type: z.string().min(1).describe("task, resting-state or sensory-stim."),
      days: dayRange.optional().describe("Days of training to use; without it, all."),
    })
    .describe("Which sessions give rows."),
  reads: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z][\w.:-]{0,80}$/)
        .meta({ examples: ["dFF", "trials", "sensors:lever", "keypoints:body", "pupil"] }),
    )
    .min(1)
    .optional()
    .describe(
      "What `challenge.ts` reads of a session, for `braidyn fetch`; without it, dF/F, sensors and trials.",
    ),
});

/** The whole of `challenge.yaml`; unknown keys are errors. */
export const challengeSchema = z.strictObject({
  id: name
    .max(64)
    .meta({ examples: ["lever-pull"], description: "Name of the challenge and of its folder." }),
  title: bilingual.describe("One line."),
  description: bilingual.describe("What is asked, in a sentence or two."),
  data: data.describe("Where sessions come from."),
  input: input.describe("What a model sees of a row."),
  truth: z.record(columnName, truthColumn).describe("What is to be predicted, by column name."),
  split: split.describe("Which sessions are trained on and which are held out."),
  leakage: leakage.prefault({}).describe("What must hold between the groups of the split; checked."),
  metrics: metrics.describe("How predictions are scored."),
  aggregation: z
    .enum(["session-subject", "subject"])
    .default("session-subject")
    .describe(
      "session-subject: a metric is computed a session, then averaged to subjects; subject: over all rows of a subject.",
    ),
  statistics: statistics.prefault({}).describe("How sure a score is, and when two entries share a rank."),
  limits: limits.prefault({}).describe("What a team may submit."),
  phases: z.array(phase).default([]).describe("When submissions are taken; empty: always."),
  sandbox: sandbox.prefault({}).describe("What one run of a submitted model may use."),
});

/** A challenge as its `challenge.yaml` defines it, defaults filled in. Keys are those of the file. */
export type ChallengeDefinition = z.infer<typeof challengeSchema>;

/** What a metric is computed over before subjects are averaged. */
export type Aggregation = ChallengeDefinition["aggregation"];

export type SplitDefinition = ChallengeDefinition["split"];
export type { SplitMember, SplitUnit } from "./schema/split.ts";

/** JSON Schema (draft 2020-12) of `challenge.yaml`, for editors. */
export function challengeJsonSchema(): Record<string, unknown> {
  return { title: "BraiDyn challenge", ...z.toJSONSchema(challengeSchema, { io: "input" }) };
}
