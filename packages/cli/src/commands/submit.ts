import { commandTexts } from "@braidyn/core";
import type { Report } from "@braidyn/harness";
import type { Submission } from "@braidyn/leaderboard/api";
import type { Client } from "@braidyn/leaderboard/client";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import {
  chosenChallenge,
  connect,
  serverChallengeOption,
  serverOption,
  tokenFileOption,
} from "../leaderboard/connect.ts";
import { retried, upload } from "../leaderboard/upload.ts";
import { locate } from "../locate.ts";
import { withProgress } from "../progress.ts";
import type { Shell } from "../shell.ts";

const kinds = ["predictions", "model", "code"] as const;

export const submitCommand = defineCommand({
  usage: "submit <submission>",
  summary: commandTexts.submitSummary,
  examples: ["submit predictions.csv --server https://board.example.org"],
  build: (yargs, text) =>
    yargs
      .positional("submission", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.submitFileArgument),
      })
      .option("server", serverOption(text))
      .option("challenge", serverChallengeOption(text))
      .option("token-file", tokenFileOption(text))
      .option("kind", {
        choices: kinds,
        default: "predictions" as const,
        describe: text(commandTexts.submitKindOption),
      })
      .option("wait", { type: "boolean", default: true, describe: text(commandTexts.submitWaitOption) }),
  run: async ({ submission: file, server, challenge: given, kind, wait, ...rest }, shell) => {
    const client = await connect({ server, tokenFile: rest["token-file"] }, shell);
    const { interruption } = shell.context;
    return interruption.attended(async () => {
      const challenge = await chosenChallenge(client, given);
      const path = locate(shell.context, file);
      const check = () => interruption.check();
      const percent = 100;
      const accepted = await withProgress(shell, shell.text(commandTexts.submitSends), percent, (advance) =>
        upload({
          ...{ client, challenge, path, kind, check },
          onProgress: (received, bytes) =>
            advance(Math.floor((received / Math.max(1, bytes)) * percent), "%"),
        }),
      );
      const { id } = accepted.submission;
      const { used, limit } = accepted.quota.day;
      await shell.note(
        accepted.cached
          ? shell.text(commandTexts.submitCached, { id })
          : shell.text(commandTexts.submitTaken, { id, used, limit }),
      );
      if (!wait) return shell.json ? shell.printJson(accepted) : undefined;
      const submission = await untilScored(client, id, shell);
      return tell(client, submission, shell);
    });
  },
});

const pollMilliseconds = 700;

async function untilScored(client: Client, id: string, shell: Shell): Promise<Submission> {
  const check = () => shell.context.interruption.check();
  let said = "";
  for (;;) {
    const submission = await retried(check, () => client.call("getSubmission", { params: { id } }));
    if (["scored", "refused", "failed"].includes(submission.status)) return submission;
    const text =
      submission.status === "running"
        ? shell.text(commandTexts.submitRuns)
        : shell.text(commandTexts.submitWaits, { ahead: submission.ahead ?? 0 });
    if (text !== said) await shell.note(text);
    said = text;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
}

/** Prints the reports that are open to the team, and what the board did. @throws BraidynError why it has no score. */
async function tell(client: Client, submission: Submission, shell: Shell): Promise<void> {
  const { toldProblem } = await import("@braidyn/leaderboard/client");
  if (submission.problem !== null) throw toldProblem(submission.problem);
  const { renderReport } = await import("@braidyn/harness");
  const reports: Report[] = [];
  for (const { board } of submission.results.filter(({ report }) => report)) {
    const bytes = await client.fetchBytes("getReport", { params: { id: submission.id, board } });
    reports.push(JSON.parse(new TextDecoder().decode(bytes)) as Report);
  }
  if (shell.json) return shell.printJson({ submission, reports });
  for (const report of reports)
    await shell.print(`${await drawReport(renderReport(report, shell), shell)}\n`);
  for (const line of boardLines(submission, reports, shell)) await shell.print(line);
}

function boardLines({ results }: Submission, reports: readonly Report[], { text }: Shell): string[] {
  const precision = reports[0]?.precision ?? 4;
  const shown = (score: number | null) => score?.toFixed(precision) ?? "-";
  const onPublic = results.find(({ board }) => board === "public");
  const onPrivate = results.find(({ board }) => board === "private");
  const score = shown(onPublic?.standing ?? null);
  return [
    ...(onPublic === undefined
      ? []
      : [text(onPublic.moved === true ? commandTexts.submitMoved : commandTexts.submitStays, { score })]),
    ...(onPrivate !== undefined && !onPrivate.report ? [text(commandTexts.submitPrivate)] : []),
  ];
}
