import { commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { splitSizes } from "../challenge/split-sizes.ts";
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
        split: { unit: definition.split.unit, ...splitSizes(definition.split) },
        baselines: Object.keys((await loadChallenge(id)).baselines),
      })),
    );
    if (shell.json) return shell.printJson({ challenges: listed });
    const { text, language } = shell;
    const { challenge, title: heading, metric: measure, splitSizes: sizes, baselines: names } = commandTexts;
    const columns = [challenge, heading, sizes, measure, names];
    const rows = listed.map(({ id, title, metric, split, baselines }) => [
      id,
      title[language],
      `${split.train}/${split.validation}/${split.public}/${split.private} ${split.unit}`,
      metric,
      baselines.join(", "),
    ]);
    await shell.print(
      await drawTable({ title: "", columns: columns.map((column) => text(column)), rows }, shell),
    );
  },
});
