import { commandTexts } from "@braidyn/core";
import type { BuiltBundle } from "@braidyn/harness/build";
import { drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";

/** What a bundle holds and what was left out, as plain data. */
export function bundleSummary({ folder, manifest, privateManifest }: BuiltBundle) {
  const { challenge, splits, seed, commitment } = manifest;
  return { folder, challenge, seed, commitment, splits, skipped: privateManifest.skipped };
}

/** The same for people. */
export async function renderSummary(built: BuiltBundle, shell: Shell): Promise<string> {
  const { splits, skipped } = bundleSummary(built);
  const { text } = shell;
  const columns = [commandTexts.split, commandTexts.rows, commandTexts.subjects, commandTexts.sessionsColumn];
  const rows = Object.entries(splits).map(([split, counts]) => [
    split,
    String(counts.rows),
    String(counts.subjects),
    String(counts.sessions),
  ]);
  const table = await drawTable({ title: "", columns: columns.map((column) => text(column)), rows }, shell);
  if (skipped.length === 0) return table;
  const lines = skipped.map(({ session, reason, detail }) => `  ${session}  ${reason} (${detail})`);
  return [table, "", text(commandTexts.skippedTitle, { sessions: skipped.length }), ...lines].join("\n");
}
