/**
 * `npm run redteam`: attacks what runs submitted code and prints one row an attack; `npm run redteam -- network` tries those
 * whose name has the word. Ends with status 1 where a row is not blocked.
 */
import { findIsolation } from "@braidyn/runner";
import { findAttacks, tryAll, type Row } from "./table.ts";

const words = process.argv.slice(2);
const attacks = (await findAttacks()).filter(({ name }) => words.every((word) => name.includes(word)));
const { on, refusal } = await findIsolation();
if (on === null) {
  console.error(`${refusal.message}\n${refusal.hint}`);
  process.exit(1);
}
console.log(
  `bubblewrap ${on.version}, memory and processes held by ${on.limitedBy}; ${attacks.length} attacks\n`,
);
const width = Math.max(...attacks.map(({ name }) => name.length));
const rows = await tryAll(attacks, () => process.stderr.write("."));
process.stderr.write("\n");
console.log(`${"attack".padEnd(width)}  result       here                      without isolation`);
for (const row of rows) console.log(line(row, width));
const open = rows.filter(({ blocked }) => !blocked);
console.log(`\n${rows.length - open.length} of ${rows.length} blocked`);
process.exitCode = open.length === 0 && rows.length > 0 ? 0 : 1;

function line({ name, blocked, attempt, control }: Row, width: number): string {
  const result = blocked ? "blocked" : attempt.succeeded ? "NOT BLOCKED" : "NOT SHOWN";
  const bare = typeof control === "string" ? `not tried: ${control}` : control.seen;
  return [name.padEnd(width), result.padEnd(11), short(attempt.seen).padEnd(24), short(bare)].join("  ");
}

function short(text: string): string {
  const [first = ""] = text.replaceAll("\n", " ").match(/^.{0,90}/) ?? [];
  return first;
}
