import { BraidynError, commandTexts } from "@braidyn/core";
import { readFile } from "node:fs/promises";
import { defineCommand } from "../command.ts";
import { scorerOfFolder } from "../leaderboard/score-again.ts";
import { locate } from "../locate.ts";

export const replayCommand = defineCommand({
  usage: "replay <export>",
  summary: commandTexts.replaySummary,
  examples: [
    "replay lever-pull-export.json",
    "replay lever-pull-export.json --bundle lever-pull --submissions files",
  ],
  build: (yargs, text) =>
    yargs
      .positional("export", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.replayArgument),
      })
      .option("bundle", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.replayBundleOption),
      })
      .option("submissions", {
        type: "string",
        requiresArg: true,
        implies: "bundle",
        describe: text(commandTexts.replaySubmissionsOption),
      }),
  run: async ({ export: path, bundle, submissions }, shell) => {
    const { parseEvent, replay } = await import("@braidyn/leaderboard");
    const event = parseEvent(await readFile(locate(shell.context, path), "utf8"), path);
    const again =
      bundle === undefined || submissions === undefined
        ? undefined
        : await scorerOfFolder(locate(shell.context, bundle), locate(shell.context, submissions));
    const replayed = await replay(event, again);
    const [first] = replayed.differences;
    if (shell.json) {
      await shell.printJson(replayed);
      return first === undefined ? 0 : 1;
    }
    if (first !== undefined) {
      for (const { what, found, expected } of replayed.differences) {
        await shell.note(`${what}\n  - ${expected}\n  + ${found}`);
      }
      throw new BraidynError("LEADERBOARD_REPLAY", { count: replayed.differences.length, first: first.what });
    }
    const { challenge, receipts, reports, rescored } = replayed;
    await shell.print(shell.text(commandTexts.replayed, { challenge, receipts, reports, rescored }));
  },
});
