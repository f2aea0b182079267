/** Lesson 3: the task's state machine. */
import { openSession } from "@braidyn/nwb";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const { data: state, time } = await session.sensor("state_task");
  session.close();

  const transitions = { "0>1": 0, "1>0": 0, "1>2": 0, "2>0": 0 };
  const rewards: number[] = [];
  let began = 0;
  for (let frame = 1; frame < state.length; frame++) {
    if (state[frame] === state[frame - 1]) continue;
    const seconds = time[frame] as number;
    transitions[`${state[frame - 1]}>${state[frame]}` as keyof typeof transitions]++;
    // from the first frame in state 2 to the first one after it
    if (state[frame] === 2) began = seconds;
    if (state[frame - 1] === 2) rewards.push(seconds - began);
  }

  const rewardSeconds = rewards.reduce((sum, seconds) => sum + seconds, 0) / rewards.length;
  const rewardedShare = transitions["1>2"] / transitions["0>1"];

  return { transitions, rewardSeconds, rewardedShare };
}
