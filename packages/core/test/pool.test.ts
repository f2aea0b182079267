import { expect, test } from "vitest";
import { overCores } from "../src/pool.ts";

const script = new URL("./squares.ts", import.meta.url);

async function squares(numbers: readonly number[], processes: number): Promise<Map<number, unknown>> {
  const found = new Map<number, unknown>();
  for await (const outcome of overCores<number, { square: number }>(numbers, { script, processes })) {
    expect(found.has(outcome.task)).toBe(false);
    found.set(outcome.task, "error" in outcome ? outcome.error : outcome.result.square);
  }
  return found;
}

test("every task is done once, whatever the number of processes", async () => {
  const expected = new Map([1, 2, 3, 4, 5].map((n) => [n, n * n]));
  expect(await squares([1, 2, 3, 4, 5], 1)).toEqual(expected);
  expect(await squares([1, 2, 3, 4, 5], 3)).toEqual(expected);
  expect(await squares([], 2)).toEqual(new Map());
});

test("an error of a task is told as what it is, and the other tasks are done all the same", async () => {
  const found = await squares([1, 0, -1, 2], 2);
  expect(found.get(0)).toMatchObject({ name: "BraidynError", code: "COMMAND_NOT_FOUND" });
  expect(found.get(-1)).toMatchObject({ message: "negative" });
  expect([found.get(1), found.get(2)]).toEqual([1, 4]);
});

test("a process that dies fails its own task, by name of the signal, and no other", async () => {
  const found = await squares([13, 1, 13.5, 2, 3], 1);
  expect(String(found.get(13))).toContain("SIGKILL");
  expect([1, 2, 3].map((n) => found.get(n))).toEqual([1, 4, 9]);
});

test("leaving the loop stops the rest", async () => {
  const seen: number[] = [];
  for await (const { task } of overCores<number, { square: number }>([1, 2, 3, 4], {
    script,
    processes: 2,
  })) {
    seen.push(task);
    break;
  }
  expect(seen).toHaveLength(1);
});
