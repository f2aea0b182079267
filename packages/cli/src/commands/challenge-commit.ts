import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { commandTexts } from "@braidyn/core";
import { writeWhole } from "../atomic-file.ts";
import { challengeFolder } from "../challenge/find-folder.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";

export const challengeCommitCommand = defineCommand({
  usage: "commit <bundle>",
  summary: commandTexts.commitSummary,
  examples: ["challenge commit bundle", "challenge commit bundle --write my-challenge"],
  build: (yargs, text) =>
    yargs
      .positional("bundle", { type: "string", demandOption: true, describe: text(commandTexts.bundleOption) })
      .option("write", { type: "string", requiresArg: true, describe: text(commandTexts.commitWriteOption) }),
  run: async ({ bundle, write }, shell) => {
    const { verifyBundle } = await import("@braidyn/harness/build");
    const { commitment, challenge } = await verifyBundle(locate(shell.context, bundle));
    if (write !== undefined) {
      const path = join(await challengeFolder(write, shell), "challenge.yaml");
      const { parseDocument } = await import("yaml");
      const document = parseDocument(await readFile(path, "utf8"));
      document.setIn(["split", "commitment"], commitment);
      await writeWhole(path, [document.toString({ lineWidth: 0 })], { force: true, shell });
      await shell.note(shell.text(commandTexts.commitWritten, { path }));
    }
    if (shell.json) return shell.printJson({ challenge, commitment });
    await shell.print(commitment);
  },
});
