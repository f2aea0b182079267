import { expect, test } from "vitest";
import { readAll } from "../src/read-all.ts";

test("everything is read, in order", async () => {
  const slowest = (ms: number) => new Promise<number>((done) => setTimeout(() => done(ms), ms));
  expect(await readAll([9, 1, 5], slowest)).toEqual([9, 1, 5]);
});

test("an error waits for what is still being read", async () => {
  const finished: number[] = [];
  const reading = readAll([1, 2, 3], async (item) => {
    if (item === 2) throw new Error("2 is missing");
    await new Promise((done) => setTimeout(done, 5 * item));
    finished.push(item);
  });
  await expect(reading).rejects.toThrow("2 is missing");
  expect(finished).toEqual([1, 3]);
});
