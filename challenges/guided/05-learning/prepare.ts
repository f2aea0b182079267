import { writeFile } from "node:fs/promises";
import { simulateEvents, subjectId } from "@braidyn/simulator";
import type { PrepareModule } from "../engine/contract.ts";

const columns = "subject day trial start_time pull_onset pull_duration_for_success outcome";
/** The first learns fast with both seeds of the course: its T_pull rises often. */
const mice = [14, 15, 16, 17, 18, 19];
const days = 15;

/** All trials of some mice, as `braidyn table trials` has them; no session is needed for what happened in it. */
export const prepare: PrepareModule["prepare"] = async ({ path, seed }) => {
  const lines = [columns.replaceAll(" ", ",")];
  for (const mouse of mice) {
    for (let day = 1; day <= days; day++) lines.push(...trialLines(seed, mouse, day));
  }
  await writeFile(path, `${lines.join("\n")}\n`);
};

function trialLines(seed: number, mouse: number, day: number): string[] {
  const { trials } = simulateEvents({ seed, mouse, day, minutes: 20 });
  return trials.map(({ cue, pullOnset, requiredSeconds, outcome }, trial) =>
    [
      ...[subjectId(mouse), day, trial, seconds(cue), pullOnset === null ? "" : seconds(pullOnset)],
      ...[requiredSeconds, outcome],
    ].join(","),
  );
}

/** Ticks of 0.2 ms. */
function seconds(ticks: number): string {
  return (ticks / 5000).toFixed(4);
}
