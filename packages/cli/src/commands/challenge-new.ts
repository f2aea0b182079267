import { commandTexts } from "@braidyn/core";
import { folderOrId } from "../challenge/find-folder.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";

export const challengeNewCommand = defineCommand({
  usage: "new <id>",
  summary: commandTexts.challengeNewSummary,
  examples: ["challenge new tone-or-not", "challenge new my-day -o my-day --from learning-day"],
  build: (yargs, text) =>
    yargs
      .positional("id", { type: "string", demandOption: true, describe: text(commandTexts.newIdArgument) })
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.newOutputOption),
      })
      .option("from", {
        type: "string",
        requiresArg: true,
        default: "lever-pull",
        describe: text(commandTexts.newFromOption),
      }),
  run: async ({ id, output, from }, shell) => {
    const { copyChallenge } = await import("@braidyn/challenges");
    const folder = output ?? id;
    const files = await copyChallenge({
      ...{ id, from: folderOrId(from, shell) },
      outDir: locate(shell.context, folder),
    });
    if (shell.json) return shell.printJson({ id, folder, from, files });
    for (const file of files) await shell.print(`${folder}/${file}`);
    await shell.note(shell.text(commandTexts.newMade, { folder, id }));
  },
});
