import { z } from "zod";

/** `private/sessions.json`: what the organizer knows of every session of a bundle. */
const storedSession = z.strictObject({
  session: z.string(),
  subject: z.string(),
  date: z.string(),
  day: z.number().nullable(),
  group: z.enum(["train", "validation", "public", "private"]),
  aliases: z.strictObject({ subject: z.string(), session: z.string() }),
  rows: z.strictObject({ found: z.number(), kept: z.number() }),
  facts: z.record(z.string(), z.number()),
});

/** A session by the name that its rows have in the bundle, and what is known of it. */
export interface SessionFacts extends z.infer<typeof storedSession> {
  readonly name: string;
}

/** Null for anything else. */
export function parseSessionFacts(bytes: Uint8Array): SessionFacts[] | null {
  try {
    const stored = z.array(storedSession).parse(JSON.parse(new TextDecoder().decode(bytes)));
    return stored.map((each) => {
      const isTest = each.group === "public" || each.group === "private";
      return { ...each, name: isTest ? each.aliases.session : each.session };
    });
  } catch {
    return null;
  }
}
