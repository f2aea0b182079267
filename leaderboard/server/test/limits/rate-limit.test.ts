import { expect, test } from "vitest";
import { createRateLimit } from "../../src/limits/rate-limit.ts";

function limitAt(start: number) {
  let now = start;
  const clock = { now: () => new Date(now) };
  const limit = createRateLimit({ burst: 3, perSecond: 0.5, clock, keys: 2 });
  return { limit, wait: (seconds: number) => (now += seconds * 1000) };
}

test("a burst passes, then one every two seconds; the error says how long to wait", () => {
  const { limit, wait } = limitAt(0);
  for (let i = 0; i < 3; i++) limit.take("a");
  expect(() => limit.take("a")).toThrow(
    expect.objectContaining({ code: "LEADERBOARD_RATE", parameters: { seconds: 2 } }),
  );
  wait(2);
  limit.take("a");
  expect(limit.allows("a")).toBe(false);
  expect(limit.allows("b")).toBe(true);
});

test("only so many callers are remembered, and a clock that is set back gives nothing away", () => {
  const { limit, wait } = limitAt(1_000_000);
  for (let i = 0; i < 3; i++) limit.take("a");
  wait(-500);
  expect(limit.allows("a")).toBe(false);
  limit.take("b");
  limit.take("c");
  expect(limit.allows("a")).toBe(true);
});
