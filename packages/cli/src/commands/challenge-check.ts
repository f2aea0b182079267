import { basename } from "node:path";
import { BraidynError, commandTexts } from "@braidyn/core";
import { folderOrId } from "../challenge/find-folder.ts";
import { problemsOf } from "../challenge/check.ts";
import { defineCommand } from "../command.ts";
import type { Shell } from "../shell.ts";

export const challengeCheckCommand = defineCommand({
  usage: "check [challenge]",
  summary: commandTexts.challengeCheckSummary,
  examples: ["challenge check my-challenge", "challenge check --all"],
  build: (yargs, text) =>
    yargs
      .positional("challenge", { type: "string", describe: text(commandTexts.challengeArgument) })
      .option("all", { type: "boolean", describe: text(commandTexts.allOption) })
      .conflicts("all", "challenge"),
  run: async ({ challenge }, shell) => {
    const checked = [];
    for (const { name, folder } of await foldersOf(challenge, shell)) {
      checked.push({ name, problems: await problemsOf(folder) });
    }
    const wrong = checked.some(({ problems }) => problems.length > 0);
    if (shell.json) {
      const challenges = checked.map(({ name, problems }) => ({
        challenge: name,
        problems: problems.map((problem) => problem.in(shell.language)),
      }));
      await shell.printJson({ challenges });
    } else {
      for (const { name, problems } of checked) await printChecked(name, problems, shell);
    }
    return wrong ? 1 : 0;
  },
});

async function foldersOf(
  challenge: string | undefined,
  shell: Shell,
): Promise<{ name: string; folder: string }[]> {
  if (challenge !== undefined) {
    const folder = folderOrId(challenge, shell);
    if (folder !== challenge || /[\\/.]/.test(folder)) return [{ name: basename(folder), folder }];
  }
  const { catalogueFolders } = await import("@braidyn/challenges");
  const catalogue = catalogueFolders();
  const found = [...catalogue].filter(([id]) => challenge === undefined || id === challenge);
  if (found.length > 0) return found.map(([name, folder]) => ({ name, folder }));
  throw new BraidynError("CHALLENGE_UNKNOWN", {
    name: challenge ?? "",
    known: [...catalogue.keys()].join(", "),
  });
}

async function printChecked(name: string, problems: readonly BraidynError[], shell: Shell): Promise<void> {
  const { text, colors, language } = shell;
  if (problems.length === 0)
    return shell.print(`${colors.green("✓")} ${text(commandTexts.challengeFine, { name })}`);
  await shell.print(
    `${colors.red("✗")} ${text(commandTexts.challengeWrong, { name, problems: problems.length })}`,
  );
  for (const problem of problems) {
    const { code, message, hint } = problem.in(language);
    await shell.print(`  ${message} (${code})\n    ${colors.dim(hint)}`);
  }
}
