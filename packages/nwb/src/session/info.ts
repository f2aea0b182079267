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
  const root = await context.file.attributes("/");
  const kind = root.get("neurodata_type");
  if (kind !== "NWBFile") {
    const reason = `neurodata_type = ${typeof kind === "string" ? kind : "–"}`;
    throw new BraidynError("NWB_NOT_SESSION", { path: context.file.label, reason });
  }
  const text = (name: string) => readText(context, name);
  const [identifier, description, startTime, sessionId, notes] = await Promise.all(
    [
      "/identifier",
      "/session_description",
      "/session_start_time",
      "/general/session_id",
      "/general/notes",
    ].map(text),
  );
  const [subject, sex, age, dateOfBirth, genotype, strain, species, weight] = await Promise.all(
    ["subject_id", "sex", "age", "date_of_birth", "genotype", "strain", "species", "weight"].map((field) =>
      text(`/general/subject/${field}`),
    ),
  );
  const version = root.get("nwb_version");
  const named = {
    subject: subject || id?.subject || "",
    date: id?.date ?? startTime?.slice(0, 10) ?? "",
    type: id?.type ?? typeIn(sessionId ?? "", context.profile),
    day: id?.day ?? null,
  };
  return {
    path,
    ...named,
    session: keyOf(named),
    description: description ?? "",
    notes: notes ?? "",
    startTime: startTime ?? "",
    identifier: identifier ?? "",
    nwbVersion: typeof version === "string" ? version : "",
    sex: sex ?? "",
    age: age ?? "",
    dateOfBirth: dateOfBirth ?? "",
    genotype: genotype ?? "",
    strain: strain ?? "",
    species: species ?? "",
    weight: weight ?? "",
  };
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
