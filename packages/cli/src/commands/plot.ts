import { commandTexts } from "@braidyn/core";
import type { Argv } from "yargs";
import { refuseExisting, writeWhole } from "../atomic-file.ts";
import { shownBytes } from "../bytes.ts";
import { defineCommand } from "../command.ts";
import { numberPairOption } from "../number-pair.ts";
import { drawPlot } from "../plot/draw.ts";
import { plotFormatOf } from "../plot/format.ts";
import { definedOnly, eventChoices, plotKinds, refuseUnused } from "../plot/kinds.ts";
import { selectionOf } from "../plot/selection.ts";
import { remoteOptions, withTokenOption } from "../remote-options.ts";
import type { SayText } from "../shell.ts";
import { boardNames } from "../submission/options.ts";

export const plotCommand = defineCommand({
  usage: "plot <kind> <files..>",
  summary: commandTexts.plotSummary,
  examples: [
    "plot peth --event cue --by outcome -o peth.svg VG1GC-105_2024-02-02_task-day8.nwb",
    "plot learning-curve -o learning.html sessions",
    "plot roc ours=predictions.csv --bundle lever-pull -o roc.png",
  ],
  build: (yargs, text) =>
    looks(
      chosen(
        yargs
          .positional("kind", {
            choices: plotKinds,
            demandOption: true,
            describe: text(commandTexts.plotKindArgument),
          })
          .positional("files", {
            ...{ type: "string", array: true, demandOption: true },
            describe: text(commandTexts.plotFilesArgument),
          }),
        text,
      ),
      text,
    ),
  run: async ({ kind, files, output, force, token, title, width, height, scale, ...given }, shell) => {
    const format = plotFormatOf(output);
    const selection = selectionOf(given);
    refuseUnused(kind, selection);
    await refuseExisting(output, force, shell);
    const options = { language: shell.language, ...definedOnly({ title, width, height }) };
    const remote = remoteOptions(shell, token);
    const spec = await drawPlot({ kind, files, remote, selection, options, format }, shell);
    const { render } = await import("@braidyn/plots/render");
    const contents = await render(spec, format, definedOnly({ scale }));
    await writeWhole(output, [contents], { force, shell });
    const bytes = Buffer.byteLength(contents);
    if (shell.json) return shell.printJson({ path: output, kind, format, bytes });
    await shell.print(shell.text(commandTexts.plotWritten, { path: output, kind, size: shownBytes(bytes) }));
  },
});

/** Options that say what of the files is drawn. */
function chosen<T>(yargs: Argv<T>, text: SayText) {
  return yargs
    .option("event", { choices: eventChoices, describe: text(commandTexts.eventOption) })
    .option("by", { type: "string", requiresArg: true, describe: text(commandTexts.byOption) })
    .option("outcome", { type: "string", requiresArg: true, describe: text(commandTexts.outcomeOption) })
    .option("time", { ...numberPairOption, describe: text(commandTexts.timeOption) })
    .option("window", { ...numberPairOption, describe: text(commandTexts.windowOption) })
    .option("regions", { type: "string", requiresArg: true, describe: text(commandTexts.regionsOption) })
    .option("names", { type: "string", requiresArg: true, describe: text(commandTexts.pointNamesOption) })
    .option("view", {
      choices: ["body", "face", "eye"] as const,
      describe: text(commandTexts.plotViewOption),
    })
    .option("signal", {
      choices: ["dFF", "dFF_B", "dFF_V"] as const,
      describe: text(commandTexts.signalOption),
    })
    .option("trial", { type: "number", requiresArg: true, describe: text(commandTexts.trialOption) })
    .option("bundle", { type: "string", requiresArg: true, describe: text(commandTexts.plotBundleOption) })
    .option("board", { choices: boardNames, describe: text(commandTexts.boardOption) })
    .option("column", { type: "string", requiresArg: true, describe: text(commandTexts.columnOption) });
}

/** Options that say how it looks and where it goes. */
function looks<T>(yargs: Argv<T>, text: SayText) {
  return withTokenOption(yargs, text)
    .option("output", {
      ...{ alias: "o", type: "string", requiresArg: true, demandOption: true },
      describe: text(commandTexts.plotOutputOption),
    })
    .option("title", { type: "string", describe: text(commandTexts.plotTitleOption) })
    .option("width", { type: "number", requiresArg: true, describe: text(commandTexts.widthOption) })
    .option("height", { type: "number", requiresArg: true, describe: text(commandTexts.heightOption) })
    .option("scale", { type: "number", requiresArg: true, describe: text(commandTexts.scaleOption) })
    .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) });
}
