/** Lesson 5: the staircase and 15 days of learning. */
import { loadCSV } from "arquero";

interface Trial {
  subject: string;
  day: number;
  pull_onset: number | null;
  outcome: "success" | "short-pull" | "no-response";
}

/** `path` is the table of trials. */
export async function answer(path: string) {
  const trials = (await loadCSV(path)).objects() as Trial[];
  const days = [...new Set(trials.map(({ day }) => day))];
  const mice = [...new Set(trials.map(({ subject }) => subject))];

  // first a rate for each mouse and day, so that every mouse counts the same
  const responseRate = days.map((day) =>
    median(mice.map((mouse) => rate(trials.filter((trial) => trial.day === day && trial.subject === mouse)))),
  );

  const requiredSeconds: number[] = [];
  let seconds = 0.001;
  for (const day of days) {
    if (day > 1) seconds = Math.max(0.001, seconds - 0.1);
    let recent: boolean[] = [];
    for (const { outcome } of trials.filter((trial) => trial.day === day && trial.subject === mice[0])) {
      requiredSeconds.push(seconds);
      recent = [...recent, outcome === "success"].slice(-20);
      if (recent.length === 20 && recent.filter(Boolean).length >= 16 && seconds < 0.4) {
        seconds = Math.min(0.4, seconds + 0.05);
        recent = [];
      }
    }
  }

  return { responseRate, requiredSeconds };
}

function rate(trials: Trial[]): number {
  return trials.filter((trial) => trial.pull_onset !== null).length / trials.length;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half - 1)]! + sorted[Math.floor(half)]!) / 2;
}
