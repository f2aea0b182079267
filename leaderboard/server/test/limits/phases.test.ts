import { expect, test } from "vitest";
import { parseChallenge } from "@braidyn/harness";
import { phaseState, refuseClosed } from "../../src/limits/phases.ts";
import { challengeZone } from "../../src/limits/time-zone.ts";
import { eventYaml } from "../support/event-bundle.ts";

const definition = parseChallenge(`${eventYaml}phases:
  - id: warm-up
    start: 2026-10-01T09:00:00+09:00
    end: 2026-10-02T00:00:00+09:00
  - id: main
    start: 2026-10-02T00:00:00+09:00
    end: 2026-10-04T17:00:00+09:00
    freeze: 2026-10-04T16:00:00+09:00
`);
const untouched = { frozen_at: null, revealed_at: null };
const at = (moment: string, switches = untouched) => phaseState(definition, switches, new Date(moment));

test("submissions are taken from a phase's start until just before its end", () => {
  expect(at("2026-10-01T08:59:59.999+09:00").open).toBe(false);
  expect(at("2026-10-01T09:00:00+09:00").open).toBe(true);
  expect(at("2026-10-04T16:59:59.999+09:00").open).toBe(true);
  expect(at("2026-10-04T17:00:00+09:00").open).toBe(false);
  expect(() => refuseClosed(definition, untouched, new Date("2026-10-04T17:00:00+09:00"))).toThrow(
    expect.objectContaining({ code: "LEADERBOARD_CLOSED" }),
  );
});

test("the board freezes when the phase says so, until its end, and not after the reveal", () => {
  expect(at("2026-10-04T15:59:59+09:00").frozenAt).toBeNull();
  expect(at("2026-10-04T16:30:00+09:00").frozenAt?.toISOString()).toBe("2026-10-04T07:00:00.000Z");
  expect(at("2026-10-04T17:00:01+09:00").frozenAt).toBeNull();
  const revealed = { frozen_at: null, revealed_at: new Date("2026-10-04T16:10:00+09:00") };
  expect(phaseState(definition, revealed, new Date("2026-10-04T16:30:00+09:00"))).toMatchObject({
    open: false,
    frozenAt: null,
  });
});

test("the phase that is on is told, else the next one, else none", () => {
  expect(at("2026-09-01T00:00:00Z").phase?.id).toBe("warm-up");
  expect(at("2026-10-03T00:00:00Z").phase?.id).toBe("main");
  expect(at("2026-12-01T00:00:00Z").phase).toBeNull();
});

test("a day is the challenge's own: by its time zone, else by the offset of its first phase, else UTC", () => {
  expect(challengeZone(definition)).toBe("+09:00");
  expect(challengeZone(parseChallenge(eventYaml))).toBe("UTC");
  const named = eventYaml.replace("per_day: 100", "per_day: 100, time_zone: Asia/Tokyo");
  expect(challengeZone(parseChallenge(named))).toBe("Asia/Tokyo");
});
