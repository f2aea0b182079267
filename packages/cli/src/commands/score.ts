import { commandTexts } from "@braidyn/core";
import { refuseExisting, writeWhole } from "../atomic-file.ts";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import { locate } from "../locate.ts";
import { boardOption, bundleOption, submissionArgument } from "../submission/options.ts";
import { writeReceipt } from "../submission/write-receipt.ts";
import { scoreFile } from "../submission/score-file.ts";

export const scoreCommand = defineCommand({
  usage: "score <submission>",
  summary: commandTexts.scoreSummary,
  examples: ["score predictions.csv --bundle lever-pull"],
  build: (yargs, text) =>
    yargs
      .positional("submission", submissionArgument(text))
      .option("bundle", bundleOption(text))
      .option("board", boardOption(text))
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.reportOption),
      })
      .option("receipt", { type: "string", requiresArg: true, describe: text(commandTexts.receiptOption) })
      .option("key", {
        type: "string",
        requiresArg: true,
        implies: "receipt",
        describe: text(commandTexts.signingKeyOption),
      })
      .option("previous", {
        type: "string",
        requiresArg: true,
        implies: "receipt",
        describe: text(commandTexts.previousOption),
      })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) }),
  run: async ({ submission, bundle: folder, board, output, force, ...signing }, shell) => {
    for (const path of [output, signing.receipt]) {
      if (path !== undefined) await refuseExisting(path, force, shell);
    }
    const { canonicalJson, renderReport } = await import("@braidyn/harness");
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = await openBundle(locate(shell.context, folder));
    const report = await scoreFile(locate(shell.context, submission), bundle, board);
    const json = canonicalJson(report);
    if (output !== undefined) await writeWhole(output, [json], { force, shell });
    const { receipt } = signing;
    const signed =
      receipt === undefined
        ? null
        : await writeReceipt(report, bundle, { ...signing, receipt, force }, shell);
    if (shell.json) return shell.print(json.trimEnd());
    await shell.print(await drawReport(renderReport(report, shell), shell));
    if (output !== undefined) await shell.print(shell.text(commandTexts.reportWritten, { path: output }));
    if (signed !== null) await shell.print(signed);
  },
});
