import { commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { drawTable } from "../draw-table.ts";

export const challengeListCommand = defineCommand({
  usage: "list",
  summary: commandTexts.challengeListSummary,
  examples: ["challenge list"],
  build: (yargs) => yargs,
  run: async (_args, shell) => {
    const { listChallenges, loadChallenge } = await import("@braidyn/challenges");
    const listed = await Promise.all(
      (await listChallenges()).map(async ({ id, definition }) => ({
        id,
        title: definition.title,
        metric: definition.metrics.primary,
        baselines: Object.keys((await loadChallenge(id)).baselines),
      })),
    );
    if (shell.json) return shell.printJson({ challenges: listed });
    const { text, language } = shell;
    const columns = [commandTexts.challenge, commandTexts.title, commandTexts.metric, commandTexts.baselines];
    const rows = listed.map(({ id, title, metric, baselines }) => [
      id,
      title[language],
      metric,
      baselines.join(", "),
    ]);
    await shell.print(
      await drawTable({ title: "", columns: columns.map((column) => text(column)), rows }, shell),
    );
  },
});
