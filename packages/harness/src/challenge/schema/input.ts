import { z } from "zod";
import { bilingual } from "./words.ts";

/** How later samples got into earlier ones before the challenge saw them. */
const filters = ["none", "causal", "zero-phase"] as const;

export const input = z.strictObject({
  streams: z
    .array(z.string().min(1))
    .min(1)
    .describe("What the input is made of: dFF, a sensor, body/rightpawcenter, pupil."),
  window: z
    .strictObject({ from_seconds: z.number(), to_seconds: z.number() })
    .optional()
    .describe("Half-open seconds from a row's time zero that its input is cut from."),
  shape: z
    .array(z.strictObject({ axis: z.string().min(1), size: z.int().min(1).optional() }))
    .min(1)
    .describe("Axes of one row's input, outermost first; sizes are checked when a bundle is built."),
  unit: z.string().default("").describe("Unit of the values."),
  causal: z
    .boolean()
    .describe("Whether the window ends at time zero or before: input.window.to_seconds <= 0."),
  filter: z
    .enum(filters)
    .default("none")
    .describe(
      "zero-phase: filtered forward and backward, so that even a causal window holds traces of later samples.",
    ),
});

export const truthColumn = z.strictObject({
  type: z.enum(["binary", "number"]).describe("binary: 0 or 1; number: finite."),
  unit: z.string().default("").describe("Unit of a number."),
  description: bilingual.describe("What the values mean."),
  reference: bilingual
    .optional()
    .describe("What the column's reference prediction is, for log_loss_gain; examples() then gives one."),
});
