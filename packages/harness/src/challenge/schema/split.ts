import { z } from "zod";
import { dayRange } from "./words.ts";

const day = z.union([z.int().min(0), dayRange]);

/** Some subjects on some days, for splits by both. */
const subjectsOnDays = z.strictObject({
  subjects: z.array(z.union([z.int().min(0), z.string().min(1)])).min(1),
  days: day,
});

/** A subject (`48` or `VG1-GC#48`), a session's key, a day, a range of days, or subjects on days: `unit` says which. */
const splitMember = z.union([z.int().min(0), z.string().min(1), dayRange, subjectsOnDays]);

const splitGroup = z.array(splitMember);

export const split = z.strictObject({
  unit: z
    .enum(["subject", "session", "day", "subject-day"])
    .describe(
      "What one member is: subject-day members are written { subjects: [48, 52], days: { from: 1, to: 5 } }.",
    ),
  train: splitGroup.describe("To learn from; truth is given."),
  validation: splitGroup.default([]).describe("To try out on; truth is given."),
  public: splitGroup.describe("Held out; scored on the public board."),
  private: splitGroup.default([]).describe("Held out; scored on the private board, which decides."),
  known_subjects: z
    .boolean()
    .optional()
    .describe(
      "true: test rows name their subject, for splits in which it was trained on; else a pseudonym does.",
    ),
  commitment: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ examples: ["64 hexadecimal digits"] })
    .optional()
    .describe("SHA-256 of the private bundle's manifest, published before the event and checked after it."),
});

/** What the train and validation rows may not have in common with the test rows. */
export const sharable = ["subject", "session", "day"] as const;

export const leakage = z.strictObject({
  forbid_shared: z
    .array(z.enum(sharable))
    .default(["session"])
    .describe("What must not be both in train or validation and in public or private."),
  purge_seconds: z
    .number()
    .min(0)
    .default(0)
    .describe(
      "Least distance in time between samples of rows of different groups, where a session serves two.",
    ),
  quiet: z
    .array(z.string().min(1))
    .default([])
    .describe(
      "Sensors that must be off throughout the window of a row whose binary truth is 0 in every column.",
    ),
});

export type SplitUnit = z.infer<typeof split>["unit"];
export type SplitMember = z.infer<typeof splitMember>;
