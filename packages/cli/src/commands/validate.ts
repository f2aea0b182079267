import { BraidynError, commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { optionalBundleOption, submissionArgument } from "../submission/options.ts";
import { tellAccepted } from "../submission/validate-entry.ts";

export const validateCommand = defineCommand({
  usage: "validate <submission>",
  summary: commandTexts.validateSummary,
  examples: ["validate predictions.csv --bundle lever-pull", "validate ./my-entry"],
  build: (yargs, text) =>
    yargs.positional("submission", submissionArgument(text)).option("bundle", optionalBundleOption(text)),
  run: async ({ submission, bundle: folder }, shell) => {
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = folder === undefined ? null : await openBundle(locate(shell.context, folder));
    const { defaultLimits, openEntry, readSubmitted } = await import("@braidyn/runner");
    const path = locate(shell.context, submission);
    const entry = await openEntry({ path }, bundle?.definition.limits ?? defaultLimits);
    if (entry.kind !== "predictions") return tellAccepted(entry, bundle, shell);
    if (bundle === null) throw new BraidynError("ENTRY_NEEDS_BUNDLE", {});
    const { predictions, sha256 } = await readSubmitted(entry.source, bundle);
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
