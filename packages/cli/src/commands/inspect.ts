import { commandTexts } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import { shownBytes } from "../bytes.ts";
import { defineCommand } from "../command.ts";
import { describeSession } from "../inspect/describe.ts";
import { renderInspection } from "../inspect/render.ts";
import { withSession } from "../open-file.ts";
import { remoteOptions, withTokenOption } from "../remote-options.ts";

export const inspectCommand = defineCommand({
  usage: "inspect <file>",
  summary: commandTexts.inspectSummary,
  examples: [
    "inspect VG1GC-105_2024-02-02_task-day8.nwb",
    "inspect dandi:001425/sub-VG1-GC#105/sub-VG1-GC#105_ses-2024-02-02-task-day8_widefield+behavior.nwb",
  ],
  build: (yargs, text) =>
    withTokenOption(
      yargs.positional("file", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.fileArgument),
      }),
      text,
    ),
  run: async ({ file, token }, shell) => {
    const look = async (session: Session, bytes: number) => ({ bytes, ...(await describeSession(session)) });
    const inspection = await withSession(file, shell, look, remoteOptions(shell, token));
    if (shell.json) await shell.printJson(inspection);
    else await shell.print(await renderInspection(inspection, shownBytes(inspection.bytes), shell));
  },
});
