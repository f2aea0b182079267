import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { BraidynError, commandTexts } from "@braidyn/core";
import { folderOrId } from "../challenge/find-folder.ts";
import { checkFolder, withSimulatedSession, type Checked } from "../challenge/check.ts";
import { defineCommand } from "../command.ts";
import type { Shell } from "../shell.ts";

export const challengeCheckCommand = defineCommand({
  usage: "check [challenge]",
  summary: commandTexts.challengeCheckSummary,
  examples: ["challenge check my-challenge --simulate", "challenge check --all"],
  build: (yargs, text) =>
    yargs
      .positional("challenge", { type: "string", describe: text(commandTexts.challengeArgument) })
      .option("simulate", {
        type: "boolean",
        default: false,
        describe: text(commandTexts.simulateCheckOption),
      })
      .option("all", { type: "boolean", describe: text(commandTexts.allOption) })
      .conflicts("all", "challenge"),
  run: async ({ challenge, simulate }, shell) => {
    const folders = await foldersOf(challenge, shell);
    const checkAll = async (session: string | null) => {
      const checked: (Checked & { name: string })[] = [];
      for (const { name, folder } of folders) checked.push({ name, ...(await checkFolder(folder, session)) });
      return checked;
    };
    const checked = simulate ? await withSimulatedSession(shell, checkAll) : await checkAll(null);
    const wrong = checked.some(({ problems }) => problems.length > 0);
    if (shell.json) {
      const challenges = checked.map(({ name, problems, rows }) => ({
        challenge: name,
        ...(rows === null ? {} : { rows }),
        problems: problems.map((problem) => problem.in(shell.language)),
      }));
      await shell.printJson({ challenges });
    } else {
      for (const one of checked) await printChecked(one, shell);
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
    if (existsSync(join(folder, "challenge.yaml")) || /[\\/.]/.test(folder))
      return [{ name: basename(folder), folder }];
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

async function printChecked(
  { name, problems, rows }: Checked & { readonly name: string },
  shell: Shell,
): Promise<void> {
  const { text, colors, language } = shell;
  if (problems.length === 0) {
    const fine =
      rows === null
        ? text(commandTexts.challengeFine, { name })
        : text(commandTexts.challengeFineRows, { name, rows });
    return shell.print(`${colors.green("✓")} ${fine}`);
  }
  await shell.print(
    `${colors.red("✗")} ${text(commandTexts.challengeWrong, { name, problems: problems.length })}`,
  );
  for (const problem of problems) {
    const { code, message, hint } = problem.in(language);
    await shell.print(`  ${message} (${code})\n    ${colors.dim(hint)}`);
  }
}
