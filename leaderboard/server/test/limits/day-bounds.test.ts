import { expect, test } from "vitest";
import { dayBounds } from "../../src/limits/day-bounds.ts";

const utc = (moment: string) => new Date(moment);

test.each([
  ["2026-10-01T14:59:59Z", "Asia/Tokyo", "2026-09-30T15:00:00.000Z", "2026-10-01T15:00:00.000Z"],
  ["2026-10-01T15:00:00Z", "Asia/Tokyo", "2026-10-01T15:00:00.000Z", "2026-10-02T15:00:00.000Z"],
  ["2026-10-01T15:00:00Z", "+09:00", "2026-10-01T15:00:00.000Z", "2026-10-02T15:00:00.000Z"],
  ["2026-10-01T03:29:00Z", "-03:30", "2026-09-30T03:30:00.000Z", "2026-10-01T03:30:00.000Z"],
  ["2026-02-28T23:59:59.999Z", "UTC", "2026-02-28T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
])("%s in %s is the day from %s to %s", (now, zone, start, end) => {
  const found = dayBounds(utc(now), zone);
  expect([found.start.toISOString(), found.end.toISOString()]).toEqual([start, end]);
});

test("the day on which clocks go forward has 23 hours, the day they go back 25", () => {
  const hours = (now: string) => {
    const { start, end } = dayBounds(utc(now), "Europe/Berlin");
    return (end.getTime() - start.getTime()) / 3600_000;
  };
  expect(hours("2026-03-29T12:00:00Z")).toBe(23);
  expect(hours("2026-10-25T12:00:00Z")).toBe(25);
  expect(hours("2026-10-26T12:00:00Z")).toBe(24);
});

test("where clocks jump over midnight, the day begins at the first moment that is that day's", () => {
  // on 2018-11-04 clocks in Sao Paulo went from 23:59:59 to 01:00
  const { start, end } = dayBounds(utc("2018-11-04T12:00:00Z"), "America/Sao_Paulo");
  expect(start.toISOString()).toBe("2018-11-04T03:00:00.000Z");
  expect(end.toISOString()).toBe("2018-11-05T02:00:00.000Z");
});

test("days follow one another without a gap, through a whole year of a zone with summer time", () => {
  let now = utc("2026-01-01T00:00:00Z");
  for (let day = 0; day < 366; day++) {
    const { end } = dayBounds(now, "America/New_York");
    expect(dayBounds(end, "America/New_York").start).toEqual(end);
    now = end;
  }
});
