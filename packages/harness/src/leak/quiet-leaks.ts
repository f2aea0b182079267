import { isBraidynError } from "@braidyn/core";
import { openSession, type Session, type TimeSeries } from "@braidyn/nwb";
import type { ChallengeDefinition } from "../challenge/definition.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";

/** Signals that are counted where a challenge does not say which must be off. */
const usual = ["state_lever", "lick", "tone", "reward"];

/**
 * Windows of rows whose binary truth is 0 in every column, held against the session's own events: those that
 * `leakage.quiet` names must be off throughout.
 */
export async function quietLeaks(
  definition: ChallengeDefinition,
  splits: readonly LeakRows[],
  paths: readonly string[],
): Promise<LeakFinding[]> {
  const binary = Object.keys(definition.truth).filter(
    (column) => definition.truth[column]?.type === "binary",
  );
  const { window } = definition.input;
  if (binary.length === 0 || window === undefined) return [];
  const negatives = negativeTimes(binary, splits);
  const { quiet } = definition.leakage;
  const signals = quiet.length > 0 ? quiet : usual;
  const counts = new Map(signals.map((signal) => [signal, { rows: 0, of: 0, session: "" }]));
  for (const path of paths) {
    const session = await openSession(path);
    try {
      const times = negatives.get(session.info.session);
      if (times === undefined) continue;
      for (const signal of signals) {
        const series = await seriesOf(session, signal);
        const count = counts.get(signal);
        if (series === null || count === undefined) continue;
        const on = times.filter((zero) =>
          isOn(series, zero + window.from_seconds, zero + window.to_seconds),
        ).length;
        count.of += times.length;
        count.rows += on;
        if (on > 0 && count.session === "") count.session = session.info.session;
      }
    } finally {
      session.close();
    }
  }
  return [...counts].flatMap(([signal, { rows, of, session }]) => {
    if (rows === 0) return [];
    if (quiet.length > 0) return [finding("leak", "LEAK_QUIET", { signal, rows, of, session })];
    return [finding("note", "LEAK_EVENTS", { signal, percent: Math.round((1000 * rows) / of) / 10, of })];
  });
}

function negativeTimes(binary: readonly string[], splits: readonly LeakRows[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { truth, names } of splits) {
    if (truth === null || names === null) continue;
    for (const [session, rows] of groupRows(names.sessions)) {
      // a column that a row has no truth in says nothing against it
      const negative = rows.filter((row) => binary.every((column) => truth[column]?.[row] !== 1));
      const zeros = negative.filter((row) => binary.some((column) => truth[column]?.[row] === 0));
      times.set(session, [...(times.get(session) ?? []), ...zeros.map((row) => names.time[row] ?? NaN)]);
    }
  }
  return times;
}

async function seriesOf(session: Session, signal: string): Promise<TimeSeries | null> {
  try {
    return await session.sensor(signal);
  } catch (error) {
    if (isBraidynError(error, "NWB_MISSING")) return null;
    throw error;
  }
}

/** Half a sample: where a window begins and ends on a clock of 30 Hz. */
const slack = 0.001;

function isOn({ time, data }: TimeSeries, from: number, to: number): boolean {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) < from - slack) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < time.length && (time[i] as number) < to - slack; i++)
    if ((data[i] as number) > 0.5) return true;
  return false;
}
