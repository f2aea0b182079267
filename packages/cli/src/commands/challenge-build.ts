import { commandTexts } from "@braidyn/core";
import { folderOrId } from "../challenge/find-folder.ts";
import { secretOption } from "../challenge/secret-option.ts";
import { splitOption } from "../challenge/split-option.ts";
import { bundleSummary, renderSummary } from "../challenge/summary.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import { withProgress } from "../progress.ts";
import { findSessionFiles } from "../session-files.ts";

export const challengeBuildCommand = defineCommand({
  usage: "build <challenge> <sources..>",
  summary: commandTexts.challengeBuildSummary,
  examples: [
    "challenge build lever-pull sessions -o bundle",
    "challenge build lever-pull sessions -o bundle --split auto",
  ],
  build: (yargs, text) =>
    yargs
      .positional("challenge", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.challengeArgument),
      })
      .positional("sources", {
        type: "string",
        array: true,
        demandOption: true,
        describe: text(commandTexts.sourcesArgument),
      })
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        demandOption: true,
        describe: text(commandTexts.bundleOutputOption),
      })
      .option("split", { type: "string", requiresArg: true, describe: text(commandTexts.splitOption) })
      .option("secret", { type: "string", requiresArg: true, describe: text(commandTexts.secretOption) })
      .option("seed", { type: "number", describe: text(commandTexts.buildSeedOption) })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceBundleOption) }),
  run: async ({ challenge: wanted, sources, output, split: asked, secret, seed, force }, shell) => {
    numberOption("--seed", seed, { low: 0, whole: true });
    const { loadChallenge } = await import("@braidyn/challenges");
    const { buildBundle } = await import("@braidyn/harness/build");
    const { openSession } = await import("@braidyn/nwb");
    const { interruption } = shell.context;
    const challenge = await loadChallenge(folderOrId(wanted, shell));
    const paths = await findSessionFiles(sources, shell);
    const split = await splitOption(asked, {
      own: challenge.definition.split,
      paths,
      seed: seed ?? challenge.definition.statistics.seed,
      shell,
    });
    const options = {
      ...{ challenge, split, seed, overwrite: force, outDir: locate(shell.context, output) },
      secret: await secretOption(secret, shell),
      sessions: { paths, open: openSession },
    };
    const label = shell.text(commandTexts.building);
    const built = await withProgress(shell, label, paths.length, (advance) =>
      interruption.attended(() =>
        buildBundle({
          ...options,
          onProgress: ({ done, session }) => {
            advance(done, session);
            interruption.check();
          },
        }),
      ),
    );
    if (shell.json) return shell.printJson({ ...bundleSummary(built), folder: output });
    await shell.print(await renderSummary(built, shell));
    await shell.print(shell.text(commandTexts.bundleBuilt, { folder: output }));
  },
});
