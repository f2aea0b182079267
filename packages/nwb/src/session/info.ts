import { BraidynError, parseSessionName, sessionKey, sessionTypes, type SessionId } from "@braidyn/core";
import type { Profile } from "../profile.ts";
import type { SessionInfo } from "../types.ts";
import { readText, type SessionContext } from "./context.ts";

/** What the file says of itself, completed by what its name says. */
export async function readInfo(
  context: SessionContext,
  path: string,
  id: SessionId | null,
): Promise<SessionInfo> {
  const texts = readTextsOf(context);
  const root = await context.file.attributes("/").finally(() => texts.catch(() => undefined));
  const kind = root.get("neurodata_type");
  if (kind !== "NWBFile") {
    const reason = `neurodata_type = ${typeof kind === "string" ? kind : "–"}`;
    throw new BraidynError("NWB_NOT_SESSION", { path: context.file.label, reason });
  }
  const { identifier, description, startTime, sessionId, notes, subject, ...animal } = await texts;
  const version = root.get("nwb_version");
  const named = {
    subject: subject || id?.subject || "",
    date: id?.date ?? startTime.slice(0, 10),
    type: id?.type ?? typeIn(sessionId, context.profile),
    day: id?.day ?? null,
  };
  return {
    path,
    ...named,
    session: keyOf(named),
    description,
    notes,
    startTime,
    identifier,
    nwbVersion: typeof version === "string" ? version : "",
    ...animal,
  };
}

/** Where the format keeps what a session says of itself. */
const places = {
  identifier: "/identifier",
  description: "/session_description",
  startTime: "/session_start_time",
  sessionId: "/general/session_id",
  notes: "/general/notes",
  subject: "/general/subject/subject_id",
  sex: "/general/subject/sex",
  age: "/general/subject/age",
  dateOfBirth: "/general/subject/date_of_birth",
  genotype: "/general/subject/genotype",
  strain: "/general/subject/strain",
  species: "/general/subject/species",
  weight: "/general/subject/weight",
} as const;

/** All at once: over a network they take as many round trips as one. */
async function readTextsOf(context: SessionContext): Promise<Record<keyof typeof places, string>> {
  const read = Object.entries(places).map(async ([name, path]) => [name, await readText(context, path)]);
  return Object.fromEntries(await Promise.all(read)) as Record<keyof typeof places, string>;
}

/** A file's own session id ends with the type: `VG1-GC#48_2023-05-30_task`. A paradigm may have but one type. */
function typeIn(sessionId: string, { sessionTypes: types }: Profile): string {
  const only = types.length === 1 ? types[0] : undefined;
  return types.find((type) => sessionId.endsWith(`_${type}`)) ?? only ?? "unknown";
}

function keyOf({ subject, date, type, day }: Pick<SessionInfo, "subject" | "date" | "type" | "day">): string {
  const known = sessionTypes.find((name) => name === type);
  return known && day !== null
    ? sessionKey({ subject, date, type: known, day })
    : [subject, date, type].join("_");
}

/** What a file's name says; null where it is no session's name. */
export function idFromName(name: string): SessionId | null {
  try {
    return parseSessionName(name);
  } catch {
    return null;
  }
}
