import { commandTexts, reportTexts } from "@braidyn/core";
import type { LeakFinding, LeakReport } from "@braidyn/harness/build";
import { folderOrId } from "../challenge/find-folder.ts";
import { lintChallenge } from "../challenge/lint.ts";
import { defineCommand } from "../command.ts";
import { drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";

export const challengeLeakCommand = defineCommand({
  usage: "leak <challenge>",
  summary: commandTexts.challengeLeakSummary,
  examples: [
    "challenge leak lever-pull --bundle bundle --sessions sessions",
    "challenge leak my-challenge --sessions sessions --split auto",
  ],
  build: (yargs, text) =>
    yargs
      .positional("challenge", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.challengeArgument),
      })
      .option("bundle", { type: "string", requiresArg: true, describe: text(commandTexts.leakBundleOption) })
      .option("sessions", {
        type: "string",
        array: true,
        requiresArg: true,
        describe: text(commandTexts.leakSessionsOption),
      })
      .option("split", { type: "string", requiresArg: true, describe: text(commandTexts.splitOption) })
      .conflicts("split", "bundle"),
  run: async ({ challenge: wanted, bundle, sessions = [], split }, shell) => {
    const { loadChallenge } = await import("@braidyn/challenges");
    const challenge = await loadChallenge(folderOrId(wanted, shell));
    const report = await lintChallenge(challenge, { bundle, sessions, split }, shell);
    if (shell.json) await shell.printJson(await asJson(report, shell));
    else await printReport(report, shell);
    return report.leaks.length > 0 ? 1 : 0;
  },
});

async function asJson({ challenge, probes, ...lists }: LeakReport, { language }: Shell): Promise<object> {
  const { findingText } = await import("@braidyn/harness/build");
  const told = (list: readonly LeakFinding[]) =>
    list.map((each) => ({ ...each, ...findingText(each, language) }));
  const { leaks, warnings, notes } = lists;
  return { challenge, leaks: told(leaks), warnings: told(warnings), notes: told(notes), probes };
}

async function printReport(
  { challenge: name, leaks, warnings, notes, probes }: LeakReport,
  shell: Shell,
): Promise<void> {
  const { findingText } = await import("@braidyn/harness/build");
  const { text, colors, language } = shell;
  const shown = async (mark: string, findings: readonly LeakFinding[]): Promise<void> => {
    for (const each of findings) {
      const { message, hint } = findingText(each, language);
      await shell.print(`${mark} ${message} (${each.code})\n    ${colors.dim(hint)}`);
    }
  };
  await shell.print(
    leaks.length === 0
      ? `${colors.green("✓")} ${text(commandTexts.leakNone, { name })}`
      : `${colors.red("✗")} ${text(commandTexts.leakFound, { name, count: leaks.length })}`,
  );
  await shown(`  ${colors.red("✗")}`, leaks);
  await shown(`  ${text(commandTexts.leakWarning)}:`, warnings);
  await shown(`  ${text(commandTexts.leakNote)}:`, notes);
  if (probes.length > 0) await shell.print(`\n${await probeTable(probes, shell)}`);
}

async function probeTable(probes: LeakReport["probes"], shell: Shell): Promise<string> {
  const { text } = shell;
  const [first] = probes;
  const number = (value: number | null): string => (value === null ? "-" : value.toFixed(3));
  const said = (yes: boolean): string => text(yes ? commandTexts.yes : commandTexts.no);
  const columns = [
    text(commandTexts.probe),
    `${text(reportTexts.score)} (${first?.metric ?? "-"})`,
    text(reportTexts.interval, { percent: 99.8 }),
    text(reportTexts.chance),
    text(commandTexts.probeVerdict),
    text(commandTexts.probeExposed),
  ];
  const rows = probes.map(({ probe, score, low, high, chance, aboveChance, exposed }) => [
    probe,
    number(score),
    low === null ? "-" : `[${number(low)}, ${number(high)}]`,
    number(chance),
    score === null ? "-" : said(aboveChance),
    said(exposed),
  ]);
  return drawTable({ title: text(commandTexts.leakProbes), columns, rows }, shell);
}
