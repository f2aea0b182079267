import { commandTexts } from "@braidyn/core";
import type { Report } from "@braidyn/harness";
import type { EntryRun } from "@braidyn/runner";
import { refuseExisting, writeWhole } from "../atomic-file.ts";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import { locate } from "../locate.ts";
import { boardOption, bundleOption, isolationOption, submissionArgument } from "../submission/options.ts";
import { runNotes, runSubmission } from "../submission/run-submission.ts";
import { writeReceipt } from "../submission/write-receipt.ts";

export const scoreCommand = defineCommand({
  usage: "score <submission>",
  summary: commandTexts.scoreSummary,
  examples: [
    "score predictions.csv --bundle lever-pull",
    "score ./my-entry --bundle lever-pull --isolation none",
  ],
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
      .option("isolation", isolationOption(text))
      .option("twice", { type: "boolean", default: false, describe: text(commandTexts.twiceOption) })
      .option("details", { type: "string", requiresArg: true, describe: text(commandTexts.detailsOption) })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) }),
  run: async ({ submission, bundle: folder, output, details, force, ...given }, shell) => {
    const { board, isolation, twice, ...signing } = given;
    for (const path of [output, details, signing.receipt]) {
      if (path !== undefined) await refuseExisting(path, force, shell);
    }
    const { canonicalJson, renderReport } = await import("@braidyn/harness");
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = await openBundle(locate(shell.context, folder));
    const run = await runSubmission(
      locate(shell.context, submission),
      bundle,
      { board, isolation, twice },
      shell,
    );
    const [report] = run.reports as [Report];
    const json = canonicalJson(report);
    if (output !== undefined) await writeWhole(output, [json], { force, shell });
    if (details !== undefined) await writeWhole(details, [runDetails(run)], { force, shell });
    const { receipt } = signing;
    const signed =
      receipt === undefined
        ? null
        : await writeReceipt(report, bundle, { ...signing, receipt, force }, shell);
    if (shell.json) return shell.print(json.trimEnd());
    await shell.print(await drawReport(renderReport(report, shell), shell));
    for (const note of runNotes(run, shell.text)) await shell.print(note);
    if (output !== undefined) await shell.print(shell.text(commandTexts.reportWritten, { path: output }));
    if (details !== undefined)
      await shell.print(shell.text(commandTexts.runDetailsWritten, { path: details }));
    if (signed !== null) await shell.print(signed);
  },
});

/** What varies from run to run, and so stands beside the report. */
function runDetails({ kind, submissionDigest, predictionsDigest, timings, log }: EntryRun): string {
  return `${JSON.stringify({ kind, submissionDigest, predictionsDigest, timings, log }, null, 2)}\n`;
}
