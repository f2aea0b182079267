import { writeFile } from "node:fs/promises";
import { loadChallenge } from "@braidyn/challenges";
import { regionOrder, stepAt } from "@braidyn/challenges/toolkit";
import type { PrepareModule } from "../engine/contract.ts";
import { withSession } from "../engine/with-session.ts";

/** Frame of a window's time zero. */
const zero = 15;

/** The windows of the challenge `lever-pull`, one number a region. */
export const prepare: PrepareModule["prepare"] = async ({ sessions, path, seed }) => {
  const lines = [["mouse", "day", "label", ...regionOrder].join(",")];
  for (const session of sessions) lines.push(...(await linesOf(session, seed)));
  await writeFile(path, `${lines.join("\n")}\n`);
};

async function linesOf(path: string, seed: number): Promise<string[]> {
  const { module } = await loadChallenge("lever-pull");
  return withSession(path, async (session) => {
    const { subject, day } = session.info;
    const rows = await module.examples(session, { seed });
    const { data, columns } = stepAt({ ...rows, rowIds: [], subjects: [], sessions: [] }, zero);
    return Array.from({ length: rows.count }, (_, row) => {
      const features = data.subarray(row * columns, (row + 1) * columns);
      const label = rows.truth["lever"]?.[row] ?? NaN;
      return [subject, day, label, ...Array.from(features, (value) => value.toFixed(6))].join(",");
    });
  });
}
