import { z } from "zod";

/** What a board shows beside entries: how far something goes that is no answer to the challenge. */
export const controlNames = ["shuffled", "behaviour", "environment", "identity"] as const;
export type ControlName = (typeof controlNames)[number];

const reason = z.strictObject({ code: z.string(), en: z.string(), ja: z.string() });

const controlScore = z.strictObject({
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  subjects: z.int().min(0),
  sessions: z.int().min(0),
  /** From the sessions' own sensors, where the input holds none of them: what it would score if it did. */
  outside: z.strictObject({ score: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Why there is no score: the control does not apply, or the metric is undefined. */
  reason: reason.nullable(),
});

/** `private/controls.json`: computed when the bundle is built, in the primary metric of the challenge. */
export const controlsSchema = z.strictObject({
  format: z.literal("braidyn-controls/1"),
  metric: z.string(),
  boards: z.partialRecord(
    z.enum(["validation", "public", "private"]),
    z.partialRecord(z.enum(controlNames), controlScore),
  ),
});

export type Controls = z.infer<typeof controlsSchema>;
export type ControlScore = z.infer<typeof controlScore>;

/** One control on one board. */
export interface ControlLine extends ControlScore {
  readonly control: ControlName;
}

/** The controls of a board in their usual order; none where the bundle has no such board. */
export function controlLines(controls: Controls, board: "validation" | "public" | "private"): ControlLine[] {
  const found = controls.boards[board] as Partial<Record<ControlName, ControlScore>> | undefined;
  if (found === undefined) return [];
  return controlNames.flatMap((control) => {
    const line = found[control];
    return line === undefined ? [] : [{ control, ...line }];
  });
}
