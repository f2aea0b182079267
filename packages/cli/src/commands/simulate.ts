import { commandTexts, sessionTypes } from "@braidyn/core";
import type { CohortOptions } from "@braidyn/simulator";
import { refuseExisting } from "../atomic-file.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import { withProgress } from "../progress.ts";
import type { Shell } from "../shell.ts";
import { daysOf } from "../simulate/days.ts";

const streams = ["sensors", "keypoints", "pupil"] as const;

export const simulateCommand = defineCommand({
  usage: "simulate",
  summary: commandTexts.simulateSummary,
  examples: [
    "simulate -o sessions --mice 8 --days 3 --minutes 6 --seed 1",
    "simulate -o rest --type resting-state --mice 2 --day 0 --day 15",
  ],
  build: (yargs, text) =>
    yargs
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        demandOption: true,
        describe: text(commandTexts.outputFolderOption),
      })
      .option("mice", { type: "number", default: 8, describe: text(commandTexts.miceOption) })
      .option("days", { type: "number", describe: text(commandTexts.daysOption) })
      .option("day", { type: "number", array: true, describe: text(commandTexts.onDayOption) })
      .option("minutes", { type: "number", describe: text(commandTexts.minutesOption) })
      .option("seed", { type: "number", default: 1, describe: text(commandTexts.seedOption) })
      .option("type", {
        choices: sessionTypes,
        default: "task" as const,
        describe: text(commandTexts.typeOption),
      })
      .option("layout", {
        choices: ["reduced", "full"] as const,
        default: "reduced" as const,
        describe: text(commandTexts.layoutOption),
      })
      .option("streams", {
        choices: [...streams, "none"] as const,
        array: true,
        describe: text(commandTexts.simulatedStreamsOption),
      })
      .option("mask-size", { type: "number", default: 288, describe: text(commandTexts.maskSizeOption) })
      .option("names", {
        choices: ["authors", "dandi"] as const,
        default: "authors" as const,
        describe: text(commandTexts.fileNamesOption),
      })
      .option("outcome-labels", {
        choices: ["released", "prerelease"] as const,
        default: "released" as const,
        describe: text(commandTexts.outcomeLabelsOption),
      })
      .option("processes", { type: "number", describe: text(commandTexts.processesOption) })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) })
      .conflicts("days", "day"),
  run: async (args, shell) => {
    const { mice, days, day, minutes, seed, type, layout, names, output, processes, force } = args;
    numberOption("--mice", mice, { low: 1, high: 10_000, whole: true });
    numberOption("--processes", processes, { low: 1, high: 256, whole: true });
    const cohort: CohortOptions = {
      ...{ mice, seed, type, layout, names, processes, outDir: locate(shell.context, output) },
      days: daysOf(type, days, day),
      maskSize: args["mask-size"],
      outcomeLabels: args["outcome-labels"],
      streams: streams.filter((stream) => args.streams?.includes(stream) ?? true),
      ...(minutes === undefined ? {} : { minutes }),
    };
    const paths = await simulate(cohort, force, shell);
    if (shell.json) return shell.printJson({ folder: output, seed, paths });
    for (const path of paths) await shell.print(path);
    await shell.note(shell.text(commandTexts.simulated, { sessions: paths.length, folder: output }));
  },
});

/** A real session may stand under a simulated one's name: nothing is replaced unless that is asked for. */
async function simulate(cohort: CohortOptions, force: boolean, shell: Shell): Promise<string[]> {
  const { cohortPaths, simulateCohort } = await import("@braidyn/simulator");
  const { interruption } = shell.context;
  const paths = cohortPaths(cohort);
  for (const path of paths) await refuseExisting(path, force, shell);
  const label = shell.text(commandTexts.simulating);
  return withProgress(shell, label, paths.length, (advance) =>
    interruption.attended(() =>
      simulateCohort({
        ...cohort,
        onProgress: ({ done, path }) => {
          advance(done, path);
          interruption.check();
        },
      }),
    ),
  );
}
