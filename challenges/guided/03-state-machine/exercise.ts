/** Lesson 3: the task's state machine. */
import { openSession } from "@braidyn/nwb";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const { data: state, time } = await session.sensor("state_task");
  session.close();

  // TODO 1: count the transitions; each is a frame whose state differs from that of the frame before
  const transitions = { "0>1": null, "1>0": null, "1>2": null, "2>0": null };

  // TODO 2: how long is state 2 on average, in seconds?
  const rewardSeconds = null;

  // TODO 3: which share of the cues ends in reward?
  const rewardedShare = null;

  return { transitions, rewardSeconds, rewardedShare };
}
