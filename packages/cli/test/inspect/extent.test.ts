import { expect, test } from "vitest";
import { readExtent } from "../../src/inspect/extent.ts";

/** A series whose samples are taken at `times`, and how many of them were read. */
function series(times: Float64Array) {
  const read = { samples: 0 };
  const rateHz = (times.length - 1) / ((times.at(-1) ?? NaN) - (times[0] ?? NaN));
  const at = async ([from, to]: readonly [number, number]) => {
    const time = times.filter((t) => t >= from && t < to);
    read.samples += time.length;
    return { time, rateHz };
  };
  return { at, read };
}

test("the ends of a long series are found by reading little of it", async () => {
  const times = Float64Array.from({ length: 900_000 }, (_, i) => i / 500);
  const { at, read } = series(times);
  const extent = await readExtent(at);
  expect(extent).toEqual({ rateHz: 500, samples: 900_000, fromSeconds: 0, toSeconds: times.at(-1) });
  expect(read.samples).toBeLessThan(times.length / 5);
});

test("a gap in the middle hides nothing that comes after it", async () => {
  const times = Float64Array.from({ length: 2000 }, (_, i) => 5.21 + i / 30 + (i < 1000 ? 0 : 900));
  const { samples, fromSeconds, toSeconds } = await readExtent(series(times).at);
  expect([samples, fromSeconds, toSeconds]).toEqual([2000, times[0], times.at(-1)]);
});

test("a series that starts late is found all the same", async () => {
  const times = Float64Array.from({ length: 300 }, (_, i) => 86_400 + i / 30);
  expect(await readExtent(series(times).at)).toMatchObject({ samples: 300, fromSeconds: 86_400 });
});

test("none or one sample has no rate", async () => {
  expect(await readExtent(series(new Float64Array()).at)).toMatchObject({ samples: 0, rateHz: NaN });
  expect(await readExtent(series(Float64Array.of(7)).at)).toMatchObject({ samples: 1, fromSeconds: 7 });
});
