import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createInterruption, Interrupted } from "../src/interruption.ts";

/** Signals that the test sends itself, at times of its own. */
function ownSignals() {
  const state = { time: 0, ended: false, handle: null as (() => void) | null };
  const signals = {
    listen: (handle: () => void) => void (state.handle = handle),
    ignore: () => void (state.handle = null),
    end: () => void (state.ended = true),
    now: () => state.time,
  };
  return { state, interruption: createInterruption(signals) };
}

describe("an interruption", () => {
  test("is the system's matter while there is nothing to clean up", async () => {
    const { state, interruption } = ownSignals();
    expect(state.handle).toBeNull();
    await interruption.attended(async () => expect(state.handle).not.toBeNull());
    expect(state.handle).toBeNull();
  });

  test("asks attended work to stop; its echo does not end the process, a second wish does", async () => {
    const { state, interruption } = ownSignals();
    await interruption.attended(async () => {
      state.handle?.();
      state.time = 3;
      state.handle?.();
      expect(state.ended).toBe(false);
      expect(() => interruption.check()).toThrow(Interrupted);
      state.time = 2000;
      state.handle?.();
      expect(state.ended).toBe(true);
    });
  });

  test("removes temporary files, but none that were finished", () => {
    const folder = mkdtempSync(join(tmpdir(), "braidyn-cli-"));
    const [half, whole] = [join(folder, "half"), join(folder, "whole")];
    for (const path of [half, whole]) writeFileSync(path, "");
    const { state, interruption } = ownSignals();
    interruption.temporary(half);
    interruption.temporary(whole)();
    state.handle?.();
    expect([existsSync(half), existsSync(whole), state.ended]).toEqual([false, true, true]);
  });
});
