import { commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { runChecks, type Check } from "../doctor/checks.ts";
import { drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";

export const doctorCommand = defineCommand({
  usage: "doctor",
  summary: commandTexts.doctorSummary,
  examples: ["doctor"],
  build: (yargs) => yargs,
  run: async (_args, shell) => {
    const checks = await runChecks(shell.context.cwd, shell.context.env);
    if (shell.json) await shell.printJson({ checks: checks.map((check) => inWords(check, shell)) });
    else await printChecks(checks, shell);
    return checks.some(({ state }) => state === "missing") ? 1 : 0;
  },
});

function inWords({ purpose, advice, ...check }: Check, { text }: Shell) {
  return { ...check, purpose: text(purpose), advice: advice === null ? null : text(advice) };
}

async function printChecks(checks: readonly Check[], shell: Shell): Promise<void> {
  const { text, colors } = shell;
  const marks = { ok: colors.green("✓"), missing: colors.red("✗"), optional: colors.yellow("–") };
  const columns = [
    "",
    text(commandTexts.checkColumn),
    text(commandTexts.foundColumn),
    text(commandTexts.purposeColumn),
  ];
  const rows = checks.map(({ id, state, found, purpose }) => [marks[state], id, found, text(purpose)]);
  await shell.print(await drawTable({ title: "", columns, rows }, shell));
  const advice = new Set(checks.flatMap(({ advice }) => (advice === null ? [] : [text(advice)])));
  for (const line of advice) await shell.print(`\n${line}`);
}
