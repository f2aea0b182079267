import { resolve } from "node:path";
import { commandTexts } from "@braidyn/core";
import { folderOrId } from "../challenge/find-folder.ts";
import { bundleSummary, renderSummary } from "../challenge/summary.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import type { PracticeOptions } from "../practice/make-practice.ts";
import { withProgress } from "../progress.ts";
import type { Shell } from "../shell.ts";
import { refuseTaken } from "../whole-folder.ts";

export const practiceCommand = defineCommand({
  usage: "practice <challenge>",
  summary: commandTexts.practiceSummary,
  examples: ["practice lever-pull -o bundle", "practice early-late -o bundle --mice 8 --seed 2"],
  build: (yargs, text) =>
    yargs
      .positional("challenge", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.challengeArgument),
      })
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        demandOption: true,
        describe: text(commandTexts.bundleOutputOption),
      })
      .option("mice", { type: "number", default: 25, describe: text(commandTexts.practiceMiceOption) })
      .option("minutes", { type: "number", default: 8, describe: text(commandTexts.demoMinutesOption) })
      .option("seed", { type: "number", default: 1, describe: text(commandTexts.seedOption) }),
  run: async ({ challenge: wanted, output, mice, minutes, seed }, shell) => {
    numberOption("--mice", mice, { low: 4, high: 200, whole: true });
    numberOption("--seed", seed, { low: 0, whole: true });
    const outDir = resolve(locate(shell.context, output));
    await refuseTaken(outDir, output);
    const { loadChallenge } = await import("@braidyn/challenges");
    const { makePractice } = await import("../practice/make-practice.ts");
    const challenge = await loadChallenge(folderOrId(wanted, shell));
    const { interruption } = shell.context;
    const built = await makePractice({
      ...{ challenge, mice, minutes, seed },
      folder: { target: outDir, shown: output, interruption },
      inStep: stepRunner(challenge.definition.id, mice, shell),
    });
    if (shell.json) return shell.printJson({ ...bundleSummary(built), simulated: true });
    await shell.print(await renderSummary(built, shell));
    await shell.note(shell.text(commandTexts.practiceMade, { folder: output }));
  },
});

/** Says each step when it begins, and draws how far it is. */
function stepRunner(challenge: string, mice: number, shell: Shell): PracticeOptions["inStep"] {
  const { text } = shell;
  return async (step, sessions, work) => {
    const says = {
      simulate: text(commandTexts.practiceSimulates, { sessions, mice }),
      build: text(commandTexts.practiceBuilds, { challenge }),
      train: text(commandTexts.practiceTrains),
    };
    await shell.note(says[step]);
    return withProgress(shell, "", sessions, (advance) =>
      work((done) => {
        advance(done, "");
        shell.context.interruption.check();
      }),
    );
  };
}
