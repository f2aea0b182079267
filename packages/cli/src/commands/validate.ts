import { commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { bundleOption, submissionArgument } from "../submission/options.ts";
import { readSubmission } from "../submission/score-file.ts";

export const validateCommand = defineCommand({
  usage: "validate <submission>",
  summary: commandTexts.validateSummary,
  examples: ["validate predictions.csv --bundle lever-pull"],
  build: (yargs, text) =>
    yargs.positional("submission", submissionArgument(text)).option("bundle", bundleOption(text)),
  run: async ({ submission, bundle: folder }, shell) => {
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = await openBundle(locate(shell.context, folder));
    const { predictions, sha256 } = await readSubmission(locate(shell.context, submission), bundle);
    const { splits, rowIds, columns } = predictions;
    if (shell.json) {
      const challenge = bundle.definition.id;
      return shell.printJson({ accepted: true, challenge, splits, rows: rowIds.length, sha256 });
    }
    const counts = {
      rows: rowIds.length,
      splits: splits.join(", "),
      columns: [...columns.keys()].join(", "),
    };
    await shell.print(shell.text(commandTexts.accepted, counts));
  },
});
