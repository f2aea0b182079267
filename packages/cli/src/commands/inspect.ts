import { stat } from "node:fs/promises";
import { commandTexts } from "@braidyn/core";
import { shownBytes } from "../bytes.ts";
import { defineCommand } from "../command.ts";
import { describeSession } from "../inspect/describe.ts";
import { renderInspection } from "../inspect/render.ts";
import { locate } from "../locate.ts";
import { withSession } from "../open-file.ts";

export const inspectCommand = defineCommand({
  usage: "inspect <file>",
  summary: commandTexts.inspectSummary,
  examples: ["inspect VG1GC-105_2024-02-02_task-day8.nwb"],
  build: (yargs, text) =>
    yargs.positional("file", {
      type: "string",
      demandOption: true,
      describe: text(commandTexts.fileArgument),
    }),
  run: async ({ file }, shell) => {
    const inspection = await withSession(file, shell, describeSession);
    const { size: bytes } = await stat(locate(shell.context, file));
    if (shell.json) await shell.printJson({ bytes, ...inspection });
    else await shell.print(await renderInspection(inspection, shownBytes(bytes), shell));
  },
});
