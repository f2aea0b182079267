import { frameTick } from "../clock.ts";
import { randomStream } from "../random.ts";
import { formOf, learnerOf } from "./learner.ts";
import { firstRequirement } from "./requirement.ts";
import { playTask, type TaskSession } from "./task.ts";

/**
 * The task session of one mouse and day. T_pull carries over from the days before, so they are played too (each takes
 * well under a millisecond), as long as this one: `frames` at 30 Hz.
 */
export function taskOfDay(seed: number, mouse: number, day: number, frames: number): TaskSession {
  const learner = learnerOf(seed, mouse);
  const span = [frameTick(0), frameTick(frames)] as const;
  let session = playDay(1, null);
  for (let d = 2; d <= day; d++) session = playDay(d, session.lastRequiredSeconds);
  return session;

  function playDay(d: number, lastOfDayBefore: number | null): TaskSession {
    const random = randomStream(seed, mouse, d, "task");
    return playTask(formOf(learner, d, random), firstRequirement(lastOfDayBefore), span, random);
  }
}
