import { isBraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import type { RasterTrial } from "../kinds/raster.ts";
import type { Span } from "../kinds/strip.ts";
import { checkGroups } from "./check-groups.ts";
import { spansOf, trialColumn, trialWords } from "./events.ts";

export interface ReadRasterOptions {
  /** A column of words in the trials; default `outcome`. */
  readonly by?: string;
  readonly outcomes?: readonly string[];
  /** Seconds from each cue to look at; default -1 to 5. */
  readonly range?: readonly [from: number, to: number];
  /** Only trials that begin in this part of the session, seconds on its clock. */
  readonly time?: readonly [from: number, to: number];
}

/**
 * Reads pulls, licks and rewards around the cue of every trial, for {@link rasterPlot}. A sensor that the session lacks
 * has no events.
 *
 * @throws BraidynError `NWB_MISSING` without trials or that column.
 */
export async function readRaster(session: Session, options: ReadRasterOptions = {}): Promise<RasterTrial[]> {
  const { by = "outcome", outcomes, range = [-1, 5], time: [from, to] = [-Infinity, Infinity] } = options;
  const trials = await session.trials();
  const starts = trialColumn(session, trials, "start_time");
  const groups = trialWords(session, trials, by);
  checkGroups(by, groups);
  const ended = outcomes && trialWords(session, trials, "outcome");
  const [pulls, licks, rewards] = await Promise.all(
    ["state_lever", "lick", "reward"].map((name) => readSpans(session, name)),
  );
  return Array.from(starts, (zero, trial) => {
    const around = (spans: readonly Span[] = []) => shifted(spans, zero, range);
    const onsets = (spans: readonly Span[] | undefined) => around(spans).map((span) => span.from);
    return {
      ...{ zero, trial, group: groups[trial] as string, outcome: ended?.[trial] },
      ...{ pulls: around(pulls), licks: onsets(licks), rewards: onsets(rewards) },
    };
  })
    .filter(
      ({ zero, outcome }) => zero >= from && zero < to && (!outcomes || outcomes.includes(outcome ?? "")),
    )
    .map(({ zero: _, outcome: __, ...trial }) => trial);
}

async function readSpans(session: Session, name: string): Promise<Span[]> {
  try {
    return spansOf(await session.sensor(name));
  } catch (error) {
    if (isBraidynError(error, "NWB_MISSING")) return [];
    throw error;
  }
}

function shifted(spans: readonly Span[], zero: number, [low, high]: readonly [number, number]): Span[] {
  return spans
    .map(({ from, to }) => ({ from: from - zero, to: to - zero }))
    .filter(({ from, to }) => to >= low && from <= high);
}
