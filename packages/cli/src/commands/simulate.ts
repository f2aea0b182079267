import { commandTexts, sessionTypes } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import { withProgress } from "../progress.ts";
import { simulateSessions } from "../simulate-sessions.ts";

export const simulateCommand = defineCommand({
  usage: "simulate",
  summary: commandTexts.simulateSummary,
  examples: ["simulate -o sessions --mice 8 --days 3 --minutes 6 --seed 1"],
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
      .option("days", { type: "number", default: 1, describe: text(commandTexts.daysOption) })
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
      }),
  run: async ({ output, mice, days, minutes, seed, type, layout }, shell) => {
    for (const [option, value] of [
      ["--mice", mice],
      ["--days", days],
    ] as const) {
      numberOption(option, value, { low: 1, high: 10_000, whole: true });
    }
    // sensory stimulation is recorded once, after training
    const which = type === "sensory-stim" ? [16] : Array.from({ length: days }, (_, i) => i + 1);
    const { interruption } = shell.context;
    const cohort = { mice, days: which, seed, type, layout, outDir: locate(shell.context, output) };
    const options = { ...cohort, ...(minutes === undefined ? {} : { minutes }) };
    const label = shell.text(commandTexts.simulating);
    const paths = await withProgress(shell, label, mice * which.length, (advance) =>
      interruption.attended(() =>
        simulateSessions(options, (done, path) => {
          advance(done, path);
          interruption.check();
        }),
      ),
    );
    if (shell.json) return shell.printJson({ folder: output, seed, paths });
    for (const path of paths) await shell.print(path);
    await shell.note(shell.text(commandTexts.simulated, { sessions: paths.length, folder: output }));
  },
});
