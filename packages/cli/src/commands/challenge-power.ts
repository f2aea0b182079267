import { BraidynError, commandTexts } from "@braidyn/core";
import type { DifferenceSpread } from "@braidyn/harness";
import { countedBoards, type CountedBoard } from "../challenge/board-sessions.ts";
import { folderOrId } from "../challenge/find-folder.ts";
import { measuredSpread } from "../challenge/measured-spread.ts";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import type { Shell } from "../shell.ts";

/**
 * Published scores spread by .06 between mice (.804, interval .780 to .829 over 25 mice). That two good entries agree
 * about the hard mice with a correlation near .8, so that their difference spreads by .04, is an assumption.
 */
const assumed: DifferenceSpread = { subjectSd: 0.04, sessionSd: 0.04 };

export const challengePowerCommand = defineCommand({
  usage: "power [challenge]",
  summary: commandTexts.powerSummary,
  examples: ["challenge power lever-pull", "challenge power --bundle bundle --entries linear.csv binned.csv"],
  build: (yargs, text) =>
    yargs
      .positional("challenge", { type: "string", describe: text(commandTexts.challengeArgument) })
      .option("bundle", { type: "string", requiresArg: true, describe: text(commandTexts.powerBundleOption) })
      .option("entries", {
        type: "string",
        array: true,
        nargs: 2,
        implies: "bundle",
        describe: text(commandTexts.powerEntriesOption),
      })
      .option("subject-sd", { type: "number", describe: text(commandTexts.subjectSdOption) })
      .option("session-sd", { type: "number", describe: text(commandTexts.sessionSdOption) })
      .option("sessions", { type: "number", default: 15, describe: text(commandTexts.powerSessionsOption) })
      .option("power", { type: "number", default: 0.8, describe: text(commandTexts.powerOption) })
      .option("seed", { type: "number", default: 0, describe: text(commandTexts.statisticsSeedOption) })
      .conflicts("challenge", "bundle")
      .conflicts("entries", ["subject-sd", "session-sd"]),
  run: async (args, shell) => {
    numberOption("--subject-sd", args["subject-sd"], { low: 0, high: 1e9 });
    numberOption("--session-sd", args["session-sd"], { low: 0, high: 1e9 });
    numberOption("--sessions", args.sessions, { low: 1, high: 1000, whole: true });
    numberOption("--power", args.power, { low: 0.5, high: 0.99 });
    numberOption("--seed", args.seed, { low: 0, whole: true });
    const { smallestDifference } = await import("@braidyn/harness");
    const { id, level, boards, spread, measuredOn } = await readPlan(args, shell);
    const { power, seed } = args;
    const found = boards.map(({ board, sessions }) => ({
      board,
      subjects: sessions.length,
      sessions: sessions.reduce((sum, count) => sum + count, 0),
      smallestDifference: smallestDifference({ sessions, ...spread, power, level, seed }),
    }));
    const plan = { challenge: id, power, level, ...spread, measuredOn, boards: found };
    if (shell.json) return shell.printJson(plan);
    await shell.print(await drawReport(await asReport(plan, shell), shell));
  },
});

interface Given {
  readonly challenge?: string | undefined;
  readonly bundle?: string | undefined;
  readonly entries?: readonly string[] | undefined;
  readonly "subject-sd"?: number | undefined;
  readonly "session-sd"?: number | undefined;
  readonly sessions: number;
}

interface Plan {
  readonly id: string;
  readonly level: number;
  readonly boards: readonly CountedBoard[];
  readonly spread: DifferenceSpread;
  /** Subjects that the spread was measured on; null where it was given or assumed. */
  readonly measuredOn: number | null;
}

async function readPlan(
  { challenge, bundle: folder, entries, ...given }: Given,
  shell: Shell,
): Promise<Plan> {
  const { "subject-sd": subjectSd = assumed.subjectSd, "session-sd": sessionSd = assumed.sessionSd } = given;
  const plan = { spread: { subjectSd, sessionSd }, measuredOn: null };
  if (folder !== undefined) {
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = await openBundle(locate(shell.context, folder));
    const { id, statistics } = bundle.definition;
    const boards = await countedBoards(bundle, shell.text(commandTexts.testBoards));
    const [a, b] = (entries ?? []).map((path) => locate(shell.context, path));
    if (a === undefined || b === undefined) return { id, level: statistics.level, boards, ...plan };
    const { subjects, ...spread } = await measuredSpread(bundle, [a, b]);
    return { id, level: statistics.level, boards, spread, measuredOn: subjects };
  }
  if (challenge === undefined) {
    throw new BraidynError("COMMAND_OPTION", {
      option: "--bundle",
      found: "-",
      expected: "CHALLENGE | --bundle",
    });
  }
  const { loadChallenge } = await import("@braidyn/challenges");
  const { boardSizes } = await import("@braidyn/harness");
  const { definition } = await loadChallenge(folderOrId(challenge, shell));
  const boards = boardSizes(definition, { subjects: 25, sessions: given.sessions });
  return { id: definition.id, level: definition.statistics.level, boards, ...plan };
}

interface Found extends DifferenceSpread {
  readonly challenge: string;
  readonly power: number;
  readonly measuredOn: number | null;
  readonly boards: readonly {
    readonly board: string;
    readonly subjects: number;
    readonly sessions: number;
    readonly smallestDifference: number;
  }[];
}

async function asReport(
  { challenge, power, boards, measuredOn, ...spread }: Found,
  { text, language }: Shell,
) {
  const { fewSubjectsWarning } = await import("@braidyn/harness");
  const sds = { subjectSd: spread.subjectSd.toFixed(4), sessionSd: spread.sessionSd.toFixed(4) };
  const few = fewSubjectsWarning(Math.min(...boards.map(({ subjects }) => subjects)), language);
  return {
    title: text(commandTexts.powerTitle, { challenge, power }),
    tables: [
      {
        title: "",
        columns: [
          text(commandTexts.boardColumn),
          text(commandTexts.subjects),
          text(commandTexts.sessionsColumn),
          text(commandTexts.smallestDifference),
        ],
        rows: boards.map(({ board, subjects, sessions, smallestDifference }) => [
          board,
          String(subjects),
          String(sessions),
          smallestDifference.toFixed(4),
        ]),
      },
    ],
    notes: [
      measuredOn === null
        ? text(commandTexts.powerAssumed, sds)
        : text(commandTexts.powerMeasured, { subjects: measuredOn, ...sds }),
      text(commandTexts.powerMeaning),
      ...(few === null ? [] : [few]),
    ],
  };
}
