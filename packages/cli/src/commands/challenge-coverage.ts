import { commandTexts } from "@braidyn/core";
import type { ConditionName, Coverage } from "@braidyn/harness";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import { numberOption } from "../number-option.ts";
import { withProgress } from "../progress.ts";
import type { Shell } from "../shell.ts";

export const challengeCoverageCommand = defineCommand({
  usage: "coverage",
  summary: commandTexts.coverageSummary,
  examples: ["challenge coverage", "challenge coverage --subjects 4 --studies 2000"],
  build: (yargs, text) =>
    yargs
      .option("subjects", { type: "number", default: 8, describe: text(commandTexts.subjectsOption) })
      .option("sessions", {
        type: "number",
        default: 15,
        describe: text(commandTexts.coverageSessionsOption),
      })
      .option("studies", { type: "number", default: 1000, describe: text(commandTexts.studiesOption) })
      .option("resamples", { type: "number", default: 2000, describe: text(commandTexts.resamplesOption) })
      .option("level", { type: "number", default: 0.95, describe: text(commandTexts.levelOption) })
      .option("seed", { type: "number", default: 0, describe: text(commandTexts.statisticsSeedOption) }),
  run: async ({ subjects, sessions, studies, resamples, level, seed }, shell) => {
    numberOption("--subjects", subjects, { low: 1, high: 1000, whole: true });
    numberOption("--sessions", sessions, { low: 1, high: 1000, whole: true });
    numberOption("--studies", studies, { low: 10, high: 1_000_000, whole: true });
    numberOption("--resamples", resamples, { low: 100, high: 100_000, whole: true });
    numberOption("--level", level, { low: 0.5, high: 0.999 });
    numberOption("--seed", seed, { low: 0, whole: true });
    const size = { subjects, sessions, studies, resamples, level, seed };
    const { conditionNames, measureCoverage } = await import("@braidyn/harness");
    const total = conditionNames.length * studies;
    const measured = await withProgress(shell, shell.text(commandTexts.measuring), total, async (advance) => {
      const found: Coverage[] = [];
      for (const condition of conditionNames) {
        const before = found.length * studies;
        const onStudy = (done: number) => {
          shell.context.interruption.check();
          if (done % 50 === 0) advance(before + done, "");
        };
        found.push(await measureCoverage(condition, { ...size, onStudy }));
      }
      return found;
    });
    if (shell.json) return shell.printJson({ ...size, conditions: measured });
    await shell.print(await drawReport(asReport(measured, size, shell), shell));
  },
});

interface Size {
  readonly subjects: number;
  readonly sessions: number;
  readonly studies: number;
  readonly level: number;
}

function asReport(measured: readonly Coverage[], { level, ...size }: Size, { text }: Shell) {
  const percent = (share: number) => (100 * share).toFixed(1);
  const least = percent(Math.min(...measured.map(({ covered }) => covered)));
  return {
    title: text(commandTexts.coverageTitle, { percent: Math.round(level * 1000) / 10, ...size }),
    tables: [
      {
        title: "",
        columns: [
          text(commandTexts.condition),
          `${text(commandTexts.covered)} (%)`,
          text(commandTexts.coverageError),
          `${text(commandTexts.plainCovered)} (%)`,
          text(commandTexts.intervalWidth),
        ],
        rows: measured.map(({ condition, covered, error, percentileCovered, width }) => [
          text(commandTexts[titles[condition]]),
          percent(covered),
          percent(error),
          percent(percentileCovered),
          width.toFixed(4),
        ]),
      },
    ],
    notes: [text(commandTexts.coverageNote, { least })],
  };
}

const titles = {
  normal: "conditionNormal",
  skewed: "conditionSkewed",
  unequal: "conditionUnequal",
  auc: "conditionAuc",
} as const satisfies Record<ConditionName, keyof typeof commandTexts>;
