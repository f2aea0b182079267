import type { TextReport, TextTable } from "@braidyn/harness";
import type { Shell } from "./shell.ts";

/** A table as lines of text: columns apart by two spaces, numbers to the right. Counts wide Japanese characters as two. */
export async function drawTable({ title, columns, rows }: TextTable, { colors }: Shell): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const table = new Table({
    head: columns.map((name) => colors.bold(name)),
    colAligns: columns.map((_, column) => (isNumeric(rows, column) ? "right" : "left")),
    chars: { ...noLines, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  const lines = table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
  return [...(title === "" ? [] : [title]), ...lines].join("\n");
}

/** Title, tables and notes, apart by empty lines. */
export async function drawReport({ title, tables, notes }: TextReport, shell: Shell): Promise<string> {
  const drawn = await Promise.all(
    tables.filter(({ rows }) => rows.length > 0).map((table) => drawTable(table, shell)),
  );
  return [shell.colors.bold(title), ...drawn, ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n");
}

/** Names of facts, and the facts. */
export async function drawFacts(
  facts: readonly (readonly [string, string])[],
  shell: Shell,
): Promise<string> {
  const rows = facts.map(([name, fact]) => [shell.colors.dim(name), fact]);
  const { default: Table } = await import("cli-table3");
  const table = new Table({
    chars: { ...noLines, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  table.push(...rows);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const noLines = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" },
};

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "");
  return cells.some((cell) => /\d/.test(cell)) && cells.every((cell) => /^[\d.,+−-]*( [kMG]?B)?$/.test(cell));
}
