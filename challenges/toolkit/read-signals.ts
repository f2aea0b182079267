import type { Session } from "@braidyn/nwb";

/** The events of the task, as 30 Hz sensors that are above 0.5 while on. */
export const taskSignals = ["state_lever", "lick", "tone", "reward"] as const;
export type TaskSignal = (typeof taskSignals)[number];

/** Values of every task signal, n frames each. @throws BraidynError `NWB_MISSING` for a session that lacks one. */
export async function readSignals(session: Session): Promise<Record<TaskSignal, ArrayLike<number>>> {
  const read = (name: TaskSignal) => session.sensor(name).then(({ data }) => data);
  const [state_lever, lick, tone, reward] = await Promise.all([
    read("state_lever"),
    read("lick"),
    read("tone"),
    read("reward"),
  ]);
  return { state_lever, lick, tone, reward };
}

/** Whether a signal is on in some frame `from <= frame < to`. */
export function isOn(signal: ArrayLike<number>, from: number, to: number): boolean {
  for (let frame = Math.max(0, from); frame < to && frame < signal.length; frame++) {
    if ((signal[frame] as number) > 0.5) return true;
  }
  return false;
}
