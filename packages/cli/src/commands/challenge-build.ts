import { existsSync } from "node:fs";
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
      .option("jobs", {
        alias: "j",
        type: "number",
        requiresArg: true,
        describe: text(commandTexts.jobsOption),
      })
      .option("skip-failed", {
        type: "boolean",
        default: false,
        describe: text(commandTexts.skipFailedOption),
      })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceBundleOption) }),
  run: async (args, shell) => {
    const { challenge: wanted, sources, output, split: asked, secret, seed, force, jobs } = args;
    numberOption("--seed", seed, { low: 0, whole: true });
    numberOption("--jobs", jobs, { low: 1, high: 256, whole: true });
    const { loadChallenge } = await import("@braidyn/challenges");
    const { buildBundle, partsFolder } = await import("@braidyn/harness/build");
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
      ...{ jobs, failed: args["skip-failed"] ? ("skip" as const) : ("refuse" as const), resume: true },
      sessions: { paths },
    };
    const label = shell.text(commandTexts.building);
    let reusedSessions = 0;
    const built = await withProgress(shell, label, paths.length, (advance) =>
      interruption.attended(() =>
        buildBundle({
          ...options,
          onProgress: ({ done, session, reused }) => {
            if (reused) reusedSessions++;
            advance(done, session);
            interruption.check();
          },
        }),
      ),
    ).catch(async (error: unknown) => {
      const parts = partsFolder(options.outDir);
      if (existsSync(parts)) await shell.note(shell.text(commandTexts.buildKept, { folder: parts }));
      throw error;
    });
    if (reusedSessions > 0) {
      await shell.note(shell.text(commandTexts.buildReused, { sessions: reusedSessions }));
    }
    if (shell.json) return shell.printJson({ ...bundleSummary(built), folder: output });
    await shell.print(await renderSummary(built, shell));
    await shell.print(shell.text(commandTexts.bundleBuilt, { folder: output }));
    const { commitment } = built.manifest;
    await shell.print(shell.text(commandTexts.commitmentLine, { commitment }));
  },
});
