import { BraidynError, commandTexts } from "@braidyn/core";
import { refuseExisting, writeWhole } from "../atomic-file.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { bundleOption } from "../submission/options.ts";

export const baselineCommand = defineCommand({
  usage: "baseline <challenge> <name>",
  summary: commandTexts.baselineSummary,
  examples: ["baseline lever-pull linear --bundle lever-pull -o predictions.csv"],
  build: (yargs, text) =>
    yargs
      .positional("challenge", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.challengeArgument),
      })
      .positional("name", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.baselineArgument),
      })
      .option("bundle", bundleOption(text))
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        demandOption: true,
        describe: text(commandTexts.predictionsOption),
      })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) }),
  run: async ({ challenge: wanted, name, bundle: folder, output, force }, shell) => {
    await refuseExisting(output, force, shell);
    const { loadChallenge } = await import("@braidyn/challenges");
    const { formatPredictionsCsv, runBaseline } = await import("@braidyn/harness");
    const { openBundle } = await import("@braidyn/harness/build");
    const challenge = await loadChallenge(wanted);
    const bundle = await openBundle(locate(shell.context, folder));
    if (bundle.definition.id !== challenge.definition.id) {
      const found = bundle.definition.id;
      throw new BraidynError("COMMAND_BUNDLE_CHALLENGE", {
        path: folder,
        found,
        wanted: challenge.definition.id,
      });
    }
    const { rowIds, columns, splits } = await runBaseline(challenge, name, bundle);
    await writeWhole(output, [formatPredictionsCsv(rowIds, columns)], { force, shell });
    const result = { path: output, rows: rowIds.length, splits };
    if (shell.json) await shell.printJson({ challenge: challenge.definition.id, baseline: name, ...result });
    else
      await shell.print(shell.text(commandTexts.baselineWritten, { ...result, splits: splits.join(", ") }));
  },
});
