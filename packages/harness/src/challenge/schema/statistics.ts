import { z } from "zod";

export const metrics = z.strictObject({
  primary: z.string().min(1).describe("Metric that ranks."),
  secondary: z.array(z.string().min(1)).default([]).describe("Metrics that are reported beside it."),
  direction: z
    .enum(["maximize", "minimize"])
    .optional()
    .describe(
      "Which way the primary metric is better; must be the metric's own way, which holds without it.",
    ),
  precision: z.int().min(0).max(12).default(4).describe("Digits after the point that a board shows."),
});

export const statistics = z.strictObject({
  resamples: z
    .int()
    .min(100)
    .max(100_000)
    .default(2000)
    .describe("Of the bootstrap over subjects and sessions."),
  level: z.number().gt(0.5).lt(1).default(0.95).describe("Share of the resamples that an interval holds."),
  seed: z.int().min(0).max(0xffff_ffff).default(0).describe("Of the bootstrap and of examples()."),
  tie: z
    .enum(["indistinguishable", "equal"])
    .default("indistinguishable")
    .describe(
      "Which entries share a rank: those whose paired bootstrap interval holds 0, or only those of equal score at metrics.precision digits.",
    ),
});
