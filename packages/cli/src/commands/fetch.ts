import { commandTexts, sessionTypes } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { abortable } from "../fetch/abort.ts";
import { withFetchProgress } from "../fetch/progress.ts";
import { printReport, reportJson } from "../fetch/report.ts";
import { readRequest } from "../fetch/request.ts";
import { selectionOf } from "../fetch/selection.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import { remoteOptions, withTokenOption } from "../remote-options.ts";
import { exitCodes } from "../report-error.ts";

export const fetchCommand = defineCommand({
  usage: "fetch <what..>",
  summary: commandTexts.fetchSummary,
  examples: [
    "fetch lever-pull -o data",
    "fetch lever-pull -o data --subject 48,51 --dry-run",
    "fetch dandi:001425 -o data --type resting-state --streams dFF,pupil",
  ],
  build: (yargs, text) =>
    withTokenOption(yargs.version(false), text)
      .positional("what", {
        type: "string",
        array: true,
        demandOption: true,
        describe: text(commandTexts.fetchArgument),
      })
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        demandOption: true,
        describe: text(commandTexts.fetchOutputOption),
      })
      .option("subject", { type: "string", describe: text(commandTexts.subjectOption) })
      .option("type", { choices: sessionTypes, describe: text(commandTexts.typeOption) })
      .option("day", { type: "number", describe: text(commandTexts.dayOption) })
      .option("version", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.fetchVersionOption),
      })
      .option("streams", { type: "string", requiresArg: true, describe: text(commandTexts.streamsOption) })
      .option("signals", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.fetchSignalsOption),
      })
      .option("masks", { type: "boolean", default: true, describe: text(commandTexts.fetchMasksOption) })
      .option("whole", { type: "boolean", default: false, describe: text(commandTexts.wholeOption) })
      .option("parallel", { type: "number", default: 4, describe: text(commandTexts.parallelOption) })
      .option("dry-run", { type: "boolean", default: false, describe: text(commandTexts.dryRunOption) })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceFetchOption) }),
  run: async (
    { what, output, streams, signals, masks, whole, parallel, "dry-run": dryRun, force, token, ...chosen },
    shell,
  ) => {
    numberOption("--day", chosen.day, { low: 0, whole: true });
    numberOption("--parallel", parallel, { low: 1, high: 64, whole: true });
    const { fetchSessions } = await import("@braidyn/nwb/fetch");
    const report = await abortable(shell.context.interruption, async (signal) => {
      const remote = { ...remoteOptions(shell, token), signal };
      const request = await readRequest(what, chosen, shell, remote);
      const selection = selectionOf({ streams, signals, masks, whole }, request.streams);
      return withFetchProgress(shell, (onProgress) =>
        fetchSessions(request.sources, {
          ...{ ...remote, selection, whole, parallel, dryRun, force, onProgress },
          folder: locate(shell.context, output),
        }),
      );
    });
    if (shell.json) await shell.printJson(reportJson(report, output, shell));
    else await printReport(report, output, shell);
    return report.sessions.some(({ state }) => state === "failed") ? exitCodes.error : 0;
  },
});
