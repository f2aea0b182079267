import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { drawTable } from "../src/draw-table.ts";
import { createInterruption } from "../src/interruption.ts";
import { colorsOf, createShell } from "../src/shell.ts";

const nothing = { listen: () => {}, ignore: () => {}, end: () => {}, now: () => 0 };
const context = {
  ...{ stdout: new PassThrough(), stderr: new PassThrough(), env: {}, cwd: ".", now: () => 0 },
  interruption: createInterruption(nothing),
};

test("columns line up, wide Japanese characters counted as two, numbers to the right", async () => {
  const shell = createShell(context, { language: "ja", json: false });
  const rows = [
    ["マウス", "9"],
    ["a", "10"],
  ];
  const text = await drawTable({ title: "", columns: ["名前", "数"], rows }, shell);
  expect(text.split("\n")).toEqual(["名前    数", "マウス   9", "a       10"]);
});

test("colour needs a terminal, and NO_COLOR turns it off", () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  expect(colorsOf({ env: {} }, terminal).red("x")).not.toBe("x");
  expect(colorsOf({ env: { NO_COLOR: "1" } }, terminal).red("x")).toBe("x");
  expect(colorsOf({ env: {} }, new PassThrough()).red("x")).toBe("x");
});
