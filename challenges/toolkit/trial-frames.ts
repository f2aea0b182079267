import type { RegionSeries, Session } from "@braidyn/nwb";

/** The trials of a session on the clock of its frames. */
export interface TrialFrames {
  readonly count: number;
  /** The last frame at or before each cue; -1 before the first. */
  readonly cueFrames: Int32Array;
  /** Seconds from the cue to the pull; NaN: no pull. */
  readonly reactionSeconds: Float64Array;
}

/** @throws BraidynError `NWB_MISSING` for a session without trials. */
export async function trialFrames(session: Session, { time }: RegionSeries): Promise<TrialFrames> {
  const { count, columns } = await session.trials();
  const numbers = (name: string) => Float64Array.from((columns[name] ?? []) as ArrayLike<number>);
  const cues = numbers("start_time");
  const pulls = numbers("pull_onset");
  return {
    count,
    cueFrames: Int32Array.from(cues, (seconds) => lastAtOrBefore(time, seconds)),
    reactionSeconds: cues.map((cue, trial) => (pulls[trial] ?? NaN) - cue),
  };
}

/** Index of the last of the ascending `time` that is not after `seconds`; -1 where all are. */
function lastAtOrBefore(time: Float64Array, seconds: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
