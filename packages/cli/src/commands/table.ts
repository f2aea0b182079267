import { BraidynError, commandTexts } from "@braidyn/core";
import type { RemoteOptions } from "@braidyn/nwb";
import { refuseExisting, writeWhole } from "../atomic-file.ts";
import { defineCommand } from "../command.ts";
import { numberPair, numberPairOption } from "../number-pair.ts";
import { withSession } from "../open-file.ts";
import { withProgress } from "../progress.ts";
import { remoteOptions, withTokenOption } from "../remote-options.ts";
import type { Shell } from "../shell.ts";
import { encodeTable, formatOf, tableFormats, type TableFormat } from "../table/formats.ts";
import {
  optionsOf,
  tableKinds,
  tableOf,
  type ColumnTable,
  type TableKind,
  type TableSelection,
} from "../table/kinds.ts";
import { writeText } from "../write-text.ts";

export const tableCommand = defineCommand({
  usage: "table <kind> <files..>",
  summary: commandTexts.tableSummary,
  examples: [
    "table trials VG1GC-105_2024-02-02_task-day8.nwb",
    "table regions --time 100 110 -o regions.parquet VG1GC-105_2024-02-02_task-day8.nwb",
  ],
  build: (yargs, text) =>
    withTokenOption(yargs, text)
      .positional("kind", {
        choices: tableKinds,
        demandOption: true,
        describe: text(commandTexts.kindArgument),
      })
      .positional("files", {
        type: "string",
        array: true,
        demandOption: true,
        describe: text(commandTexts.filesArgument),
      })
      .option("format", { choices: tableFormats, describe: text(commandTexts.formatOption) })
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.outputOption),
      })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) })
      .option("raw", { type: "boolean", describe: text(commandTexts.rawOption) })
      .option("view", { choices: ["body", "face", "eye"] as const, describe: text(commandTexts.viewOption) })
      .option("time", { ...numberPairOption, describe: text(commandTexts.timeOption) })
      .option("names", { type: "string", requiresArg: true, describe: text(commandTexts.namesOption) })
      .option("signal", {
        choices: ["dFF", "dFF_B", "dFF_V"] as const,
        describe: text(commandTexts.signalOption),
      })
      .option("long", { type: "boolean", describe: text(commandTexts.longOption) }),
  run: async ({ kind, files, format: asked, output, force, token, ...options }, shell) => {
    const selection = selectionOf(kind, options);
    const format = formatOf(asked, output, shell.json ? "json" : "csv");
    if (output === undefined) refuseBinary(format, shell);
    else await refuseExisting(output, force, shell);
    const table = await readTable(kind, files, selection, shell, remoteOptions(shell, token));
    const chunks = await encodeTable(table, format);
    if (output === undefined) return printChunks(chunks, shell);
    await writeWhole(output, chunks, { force, shell });
    const counts = { rows: table.numRows(), columns: table.numCols(), path: output };
    if (shell.json) await shell.printJson({ ...counts, format });
    else await shell.print(shell.text(commandTexts.tableWritten, counts));
  },
});

interface TableOptions {
  readonly raw: boolean | undefined;
  readonly view: string | undefined;
  readonly time: unknown;
  readonly names: string | undefined;
  readonly signal: string | undefined;
  readonly long: boolean | undefined;
}

function selectionOf(
  kind: TableKind,
  { raw, view, time, names, signal, long }: TableOptions,
): TableSelection {
  const selection: TableSelection = {
    ...{ raw, view, signal, long },
    time: timeRange(time),
    names: names
      ?.split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  };
  for (const [name, value] of Object.entries(selection)) {
    if (value === undefined || optionsOf[kind].includes(name as keyof TableSelection)) continue;
    const known = optionsOf[kind].map((option) => `--${option}`).join(", ") || "–";
    throw new BraidynError("COMMAND_OPTION_UNUSED", { option: `--${name}`, what: `table ${kind}`, known });
  }
  return selection;
}

function timeRange(given: unknown): readonly [number, number] | undefined {
  const range = numberPair(given);
  if (range === undefined || range[0] <= range[1]) return range;
  const found = range.join(" ");
  throw new BraidynError("COMMAND_OPTION", { option: "--time", found, expected: "FROM <= TO" });
}

/** Bytes would only upset a terminal. */
function refuseBinary(format: TableFormat, { context }: Shell): void {
  const binary = format === "parquet" || format === "arrow";
  if (!binary || context.stdout.isTTY !== true) return;
  throw new BraidynError("COMMAND_OPTION", { option: "--format", found: format, expected: "-o FILE" });
}

async function readTable(
  kind: TableKind,
  files: readonly string[],
  selection: TableSelection,
  shell: Shell,
  remote: RemoteOptions,
): Promise<ColumnTable> {
  const { concat } = await import("@braidyn/tables");
  const label = shell.text(commandTexts.reading);
  return withProgress(shell, label, files.length, async (advance) => {
    const tables: ColumnTable[] = [];
    for (const [i, file] of files.entries()) {
      tables.push(await withSession(file, shell, (session) => tableOf(kind, session, selection), remote));
      advance(i + 1, file);
    }
    return concat(tables);
  });
}

async function printChunks(chunks: Iterable<string | Uint8Array>, { context }: Shell): Promise<void> {
  for (const chunk of chunks) await writeText(context.stdout, chunk);
}
