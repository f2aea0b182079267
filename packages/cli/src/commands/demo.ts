import { stat } from "node:fs/promises";
import { join } from "node:path";
import { commandTexts } from "@braidyn/core";
import { shownBytes } from "../bytes.ts";
import { bundleSummary, renderSummary } from "../challenge/summary.ts";
import { defineCommand } from "../command.ts";
import { inDemoFolder } from "../demo/folder.ts";
import { demoParts, runDemo, type DemoOptions, type DemoResult } from "../demo/run-demo.ts";
import { drawFacts, drawReport } from "../draw-table.ts";
import { numberOption } from "../number-option.ts";
import { withProgress } from "../progress.ts";
import type { Shell } from "../shell.ts";

export const demoCommand = defineCommand({
  usage: "demo",
  summary: commandTexts.demoSummary,
  examples: ["demo", "demo --seed 2 -o demo"],
  build: (yargs, text) =>
    yargs
      .option("seed", { type: "number", default: 1, describe: text(commandTexts.seedOption) })
      .option("mice", { type: "number", default: 24, describe: text(commandTexts.miceOption) })
      .option("minutes", { type: "number", default: 8, describe: text(commandTexts.demoMinutesOption) })
      .option("output", {
        alias: "o",
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.demoOutputOption),
      }),
  run: async ({ seed, mice, minutes, output }, shell) => {
    numberOption("--mice", mice, { low: 2, high: 200, whole: true });
    const { now } = shell.context;
    const start = now();
    const inStep = stepRunner(mice, shell);
    const shown = await inDemoFolder(output, shell, async (folder) => {
      const result = await runDemo({ folder, seed, mice, minutes, inStep });
      return { result, folder, seconds: (now() - start) / 1000 };
    });
    await (shell.json ? printJson(shown, shell) : printResult(shown, shell));
  },
});

interface Shown {
  readonly result: DemoResult;
  readonly folder: string;
  readonly seconds: number;
}

/** Says each step when it begins, and draws how far it is. */
function stepRunner(mice: number, shell: Shell): DemoOptions["inStep"] {
  const says = {
    simulate: shell.text(commandTexts.demoSimulates, { mice }),
    build: shell.text(commandTexts.demoBuilds),
    train: shell.text(commandTexts.demoTrains),
  };
  return async (step, work) => {
    await shell.note(says[step]);
    return withProgress(shell, "", step === "train" ? 0 : mice, (advance) =>
      work((done) => {
        advance(done, "");
        shell.context.interruption.check();
      }),
    );
  };
}

async function printResult({ result, folder, seconds }: Shown, shell: Shell): Promise<void> {
  const { renderBoard } = await import("@braidyn/harness");
  const { text, colors } = shell;
  const bundle = join(folder, demoParts.bundle);
  const best = result.entries.at(-1)?.name ?? "";
  const places = [
    [text(commandTexts.demoSessions), join(folder, demoParts.sessions)],
    [text(commandTexts.demoBundle), bundle],
    [text(commandTexts.demoPredictions), join(folder, demoParts.predictions)],
  ] as const;
  const next = [
    `npx braidyn inspect ${result.paths[0] ?? ""}`,
    `npx braidyn score ${join(folder, demoParts.predictions, `${best}.csv`)} --bundle ${bundle} --board public`,
    `npx braidyn baseline lever-pull linear --bundle ${bundle} -o linear.csv`,
    "npx braidyn --help",
  ];
  const parts = [
    await renderSummary(result.built, shell),
    await drawReport(
      renderBoard(result.entries, { language: shell.language, controls: result.controls }),
      shell,
    ),
    colors.yellow(text(commandTexts.demoSimulated)),
    await drawFacts(places, shell),
    [text(commandTexts.demoNext), ...next.map((line) => `  ${line}`)].join("\n"),
    text(commandTexts.demoTook, {
      seconds: Number(seconds.toFixed(1)),
      folder,
      size: await sizeOf(result.paths),
    }),
  ];
  await shell.print(`\n${parts.join("\n\n")}`);
}

/** The sessions are nearly all of what the demo writes. */
async function sizeOf(paths: readonly string[]): Promise<string> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return shownBytes(sizes.reduce((sum, size) => sum + size, 0));
}

async function printJson({ result, folder, seconds }: Shown, shell: Shell): Promise<void> {
  const { rankReports } = await import("@braidyn/harness");
  const { built, entries, controls } = result;
  const bundle = bundleSummary(built);
  await shell.printJson({
    simulated: true,
    folder,
    bundle,
    board: "public",
    entries: rankReports(entries),
    controls,
    seconds,
  });
}
