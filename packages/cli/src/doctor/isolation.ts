import { commandTexts } from "@braidyn/core";
import { findIsolation } from "@braidyn/runner";
import type { Check } from "./checks.ts";

const id = "isolation";

/** Whether code of others can be run here, and what keeps it apart: found by attacking it. */
export async function checkIsolation(python: string): Promise<Check> {
  const { on, refusal } = await findIsolation({ python });
  if (on === null) {
    const [en, ja] = [refusal.in("en"), refusal.in("ja")];
    const advice = { en: `${en.message}. ${en.hint}`, ja: `${ja.message}。${ja.hint}` };
    return { id, state: "optional", found: "none", purpose: commandTexts.forNoIsolation, advice };
  }
  const base = { id, purpose: commandTexts.forIsolation };
  const found = `bubblewrap ${on.version}, ${on.limitedBy}`;
  return on.limitedBy === "rlimits"
    ? { ...base, state: "optional", found, advice: commandTexts.adviceRlimits }
    : { ...base, state: "ok", found, advice: null };
}
