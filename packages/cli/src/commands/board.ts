import { commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import { locate } from "../locate.ts";
import { findEntries } from "../submission/entries.ts";
import { boardOption, bundleOption } from "../submission/options.ts";
import { scoreEntries } from "../submission/score-entries.ts";

export const boardCommand = defineCommand({
  usage: "board <entries..>",
  summary: commandTexts.boardSummary,
  examples: [
    "board ours=predictions.csv linear=linear.csv --bundle lever-pull",
    "board predictions --bundle lever-pull",
  ],
  build: (yargs, text) =>
    yargs
      .positional("entries", {
        type: "string",
        array: true,
        demandOption: true,
        describe: text(commandTexts.entriesArgument),
      })
      .option("bundle", bundleOption(text))
      .option("board", boardOption(text)),
  run: async ({ entries: given, bundle: folder, board }, shell) => {
    const { controlLines, rankReports, renderBoard } = await import("@braidyn/harness");
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = await openBundle(locate(shell.context, folder));
    const { scored, refused } = await scoreEntries(await findEntries(given, shell), bundle, board);
    const all = await bundle.controls();
    const controls = all === null ? [] : controlLines(all, board);
    const first = refused[0];
    if (first !== undefined && refused.length === scored.length) throw first.error;
    const problems = refused.map(({ name, error }) => ({ name, ...error.in(shell.language) }));
    if (shell.json) {
      const challenge = bundle.definition.id;
      return shell.printJson({ challenge, board, entries: rankReports(scored), controls, refused: problems });
    }
    await shell.print(await drawReport(renderBoard(scored, { language: shell.language, controls }), shell));
    for (const { name, code, message } of problems) await shell.note(`${name}  ${code}: ${message}`);
  },
});
