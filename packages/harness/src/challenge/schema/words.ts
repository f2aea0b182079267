import { z } from "zod";

/** A text in English and Japanese. */
export const bilingual = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

/** Whole numbers `from` to `to`, both included. */
export const dayRange = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });

/** Of a challenge or a phase. */
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .meta({ examples: ["lever-pull"] });

/** Of a truth column. */
export const columnName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/)
  .meta({ examples: ["did_pull"] });
