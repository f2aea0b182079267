import { BraidynError, commandTexts } from "@braidyn/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "../command.ts";
import { untilInterrupted } from "../leaderboard/until-interrupted.ts";
import { logLevels } from "../leaderboard/log-levels.ts";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

export const workerCommand = defineCommand({
  usage: "worker [folder]",
  summary: commandTexts.workerSummary,
  examples: ["worker leaderboard"],
  build: (yargs, text) =>
    yargs
      .positional("folder", { type: "string", describe: text(commandTexts.workerFolderArgument) })
      .option("log-level", {
        choices: logLevels,
        default: "info" as const,
        describe: text(commandTexts.serveLogOption),
      }),
  run: async ({ folder, "log-level": level }, shell) => {
    const { createLog, runWorker } = await import("@braidyn/leaderboard");
    const url = await databaseAddress(folder, shell);
    return shell.context.interruption.attended(async () => {
      const worker = await runWorker({ url, log: createLog(level, shell.context.stderr) });
      if (shell.json) await shell.printJson({ worker: worker.id });
      else await shell.print(shell.text(commandTexts.workerReady));
      await untilInterrupted(shell);
      await worker.stop();
      return 0;
    });
  },
});

/** @throws BraidynError `LEADERBOARD_NO_DATABASE`. */
async function databaseAddress(folder: string | undefined, { context }: Shell): Promise<string> {
  if (folder !== undefined) {
    const { clusterFiles } = await import("@braidyn/leaderboard");
    const found = await readFile(join(locate(context, folder), clusterFiles.url), "utf8").catch(() => null);
    if (found !== null) return found.trim();
  } else if (context.env["DATABASE_URL"]) return context.env["DATABASE_URL"];
  throw new BraidynError("LEADERBOARD_NO_DATABASE", {});
}
