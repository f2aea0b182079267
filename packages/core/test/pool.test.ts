import { expect, test } from "vitest";
import { overCores } from "../src/pool.ts";

const script = new URL("./squares.ts", import.meta.url);

async function squares(numbers: readonly number[], processes: number): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for await (const { task, result } of overCores<number, { square: number }>(numbers, {
    script,
    processes,
  })) {
    found.set(task, result.square);
  }
  return found;
}

test("every task is done once, whatever the number of processes", async () => {
  const expected = new Map([1, 2, 3, 4, 5].map((n) => [n, n * n]));
  expect(await squares([1, 2, 3, 4, 5], 1)).toEqual(expected);
  expect(await squares([1, 2, 3, 4, 5], 3)).toEqual(expected);
  expect(await squares([], 2)).toEqual(new Map());
});

test("an error of a task ends the work as what it is", async () => {
  await expect(squares([1, 0, 2], 2)).rejects.toMatchObject({
    name: "BraidynError",
    code: "COMMAND_NOT_FOUND",
  });
  await expect(squares([-1], 1)).rejects.toThrow("negative");
});

test("a process that dies is an error, not an endless wait", async () => {
  await expect(squares([1, 2, 13], 2)).rejects.toThrow("exited");
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
