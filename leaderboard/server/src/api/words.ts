import { z } from "zod";

/** Made by the server at random. */
export const id = z.uuid();

/** A moment, in UTC: `2026-10-01T00:00:00.000Z`. */
export const moment = z.iso.datetime();

/** Of a challenge, as `challenge.yaml` has it. */
export const challengeId = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/);

/** SHA-256 in lower-case hexadecimal. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const bilingual = z.object({ en: z.string(), ja: z.string() });

/** Scored rows; `validation` has open truth, and its report is the team's at once. */
export const boardName = z.enum(["public", "private"]);
export const reportBoard = z.enum(["validation", "public", "private"]);

/** What people type as a name; which are taken says `LEADERBOARD_NAME`. */
export const typedName = z.string().max(200);

/** What went wrong, in the language that was asked for (`Accept-Language` or `?lang=`), and what to do. */
export const problem = z.object({ code: z.string(), message: z.string(), hint: z.string() });

export const challengeParams = z.object({ challenge: challengeId });
export const idParams = z.object({ id });

export type Problem = z.infer<typeof problem>;
export type BoardName = z.infer<typeof boardName>;
export type ReportBoard = z.infer<typeof reportBoard>;
