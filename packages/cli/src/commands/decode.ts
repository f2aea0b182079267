import { BraidynError, commandTexts } from "@braidyn/core";
import type { Challenge } from "@braidyn/harness";
import { folderOrId } from "../challenge/find-folder.ts";
import { defineCommand } from "../command.ts";
import { collectExamples } from "../decode/collect-examples.ts";
import { decodingTable, type DecodingLine } from "../decode/decoding-table.ts";
import { gapOf, renderDecoding, scoreOf } from "../decode/render.ts";
import { drawReport } from "../draw-table.ts";
import { withProgress } from "../progress.ts";
import { findSessionFiles } from "../session-files.ts";

/** Steps of the progress bar while models are trained. */
const trainingSteps = 1000;

export const decodeCommand = defineCommand({
  usage: "decode <challenge> <sources..>",
  summary: commandTexts.decodeSummary,
  examples: ["decode lever-pull sessions", "decode lever-pull sessions --baseline linear"],
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
      .option("baseline", {
        type: "string",
        array: true,
        requiresArg: true,
        describe: text(commandTexts.decodeBaselineOption),
      }),
  run: async ({ challenge: wanted, sources, baseline }, shell) => {
    const { loadChallenge } = await import("@braidyn/challenges");
    const { interruption } = shell.context;
    const name = folderOrId(wanted, shell);
    const challenge = await loadChallenge(name);
    const baselines = wantedBaselines(challenge, baseline);
    const paths = await findSessionFiles(sources, shell);
    const { sessions, skipped } = await withProgress(
      shell,
      shell.text(commandTexts.reading),
      paths.length,
      (advance) =>
        interruption.attended(() =>
          collectExamples(name, paths, (done, path) => {
            advance(done, path);
            interruption.check();
          }),
        ),
    );
    const label = shell.text(commandTexts.decodeTraining);
    const lines = await withProgress(shell, label, trainingSteps, (advance) =>
      interruption.attended(() =>
        decodingTable({
          ...{ challenge, baselines, sessions },
          onProgress: (share, detail) => {
            advance(Math.round(share * trainingSteps), detail);
            interruption.check();
          },
        }),
      ),
    );
    if (lines.every(({ across, within }) => across === null && within === null)) {
      throw new BraidynError("CROSSVALIDATION_TOO_FEW", {
        ...{ scheme: "across-subjects, within-subject", sessions: sessions.length },
        subjects: new Set(sessions.map(({ subject }) => subject)).size,
      });
    }
    if (shell.json) {
      return shell.printJson({ challenge: challenge.definition.id, baselines: lines.map(asJson), skipped });
    }
    await shell.print(await drawReport(renderDecoding(challenge.definition.id, lines, shell), shell));
    for (const { session, lacks } of skipped) await shell.note(`${session}: ${lacks}`);
  },
});

/** Baselines that were asked for, or all. @throws BraidynError `CHALLENGE_BASELINE`. */
function wantedBaselines(
  { definition, baselines }: Challenge,
  asked: readonly string[] | undefined,
): string[] {
  const known = Object.keys(baselines);
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const parameters = { challenge: definition.id, name: unknown, known: known.join(", ") };
    throw new BraidynError("CHALLENGE_BASELINE", parameters);
  }
  return known.filter((name) => asked?.includes(name) ?? true);
}

function asJson({ baseline, across, within, shuffled }: DecodingLine): object {
  return {
    baseline,
    across: scoreOf(across),
    within: scoreOf(within),
    gap: gapOf(within, across),
    shuffled: scoreOf(shuffled),
    reports: { across, within, shuffled },
  };
}
