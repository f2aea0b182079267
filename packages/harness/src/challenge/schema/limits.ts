import { z } from "zod";
import { bilingual, name } from "./words.ts";

const positive = z.int().min(1);

export const limits = z.strictObject({
  max_bytes: positive.default(100_000_000).describe("Size of a submission, all files together."),
  max_files: positive.default(200).describe("Number of files of a submission."),
  per_day: positive.default(10).describe("Submissions a team may make in a day."),
  total: positive.default(200).describe("Submissions a team may make in all."),
  time_zone: z
    .string()
    .min(1)
    .max(64)
    .meta({ examples: ["Asia/Tokyo", "+09:00"] })
    .optional()
    .describe("Whose midnight begins a day; without it, the offset of the first phase's start, else UTC."),
});

/** A time without its zone means another moment to every reader, so the offset is required. */
const moment = z.iso.datetime({ offset: true });

export const phase = z.strictObject({
  id: name.describe("Name of the phase, unlike that of any other."),
  title: bilingual.optional().describe("For people; without it, the id."),
  start: moment.describe("From when submissions are taken, with the zone: 2026-10-01T09:00:00+09:00."),
  end: moment.describe("Until when, with the zone."),
  freeze: moment
    .optional()
    .describe("From when the public board no longer changes, until the end; without it, never."),
});

export const sandbox = z.strictObject({
  seconds: positive.default(600).describe("Time on the clock."),
  memory_mb: positive.default(2048).describe("Memory, MiB."),
  output_bytes: positive.default(50_000_000).describe("Bytes that the run may write, its log included."),
  processes: positive.default(64).describe("Processes and threads at a time."),
});
