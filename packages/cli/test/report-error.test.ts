import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { BraidynError } from "@braidyn/core";
import { createInterruption, Interrupted } from "../src/interruption.ts";
import { reportError } from "../src/report-error.ts";
import { createShell } from "../src/shell.ts";
import { BrokenPipe } from "../src/write-text.ts";

async function report(error: unknown, json = false) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const interruption = createInterruption({
    listen: () => {},
    ignore: () => {},
    end: () => {},
    now: () => 0,
  });
  const context = { stdout, stderr, env: {}, cwd: ".", now: () => 0, interruption };
  const code = await reportError(error, createShell(context, { language: "en", json }));
  return { code, stdout: String(stdout.read() ?? ""), stderr: String(stderr.read() ?? "") };
}

test("a bug keeps its stack, asks to be reported, and exits 70", async () => {
  const { code, stdout, stderr } = await report(new TypeError("x is undefined"));
  expect([code, stdout]).toEqual([70, ""]);
  expect(stderr).toMatch(/this is a bug[\s\S]*TypeError: x is undefined\n +at [\s\S]*report it/);
  expect(JSON.parse((await report(new TypeError("x"), true)).stdout)).toMatchObject({
    error: { code: "BUG" },
  });
});

test("a coded error is its message and hint, without a stack", async () => {
  const { code, stderr } = await report(new BraidynError("COMMAND_FILE_EXISTS", { path: "a.csv" }));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^braidyn: COMMAND_FILE_EXISTS: a\.csv is there already\n.*--force\.\n$/);
});

test("a full disk is no bug", async () => {
  const full = Object.assign(new Error("no space left"), {
    code: "ENOSPC",
    syscall: "write",
    path: "/data/x",
  });
  const { code, stderr } = await report(full);
  expect(code).toBe(1);
  expect(stderr).toMatch(/COMMAND_SYSTEM: .*\/data\/x.*ENOSPC/);
});

test("an interruption and a reader that went away say nothing", async () => {
  expect(await report(new Interrupted("stop"))).toEqual({ code: 130, stdout: "", stderr: "" });
  expect(await report(new BrokenPipe("gone"))).toEqual({ code: 0, stdout: "", stderr: "" });
});
