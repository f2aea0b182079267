import { expect, test } from "vitest";
import { BraidynError, isBraidynError } from "../src/index.ts";

test("an error says what was found and what to do, in both languages", () => {
  const error = new BraidynError("NWB_TRUNCATED", { path: "a.nwb", size: 1000, what: "dFF", end: 2_000_000 });
  expect(error.message).toBe("a.nwb ends at byte 1,000, but dFF needs bytes up to 2,000,000");
  expect(error.hint).toMatch(/Fetch it again/);
  expect(error.in("ja").message).toContain("1,000 バイトで終わっています");
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: "NWB_TRUNCATED",
    message: error.message,
    hint: error.hint,
  });
});

test("the cause is kept", () => {
  const cause = new Error("disk");
  expect(new BraidynError("NWB_NOT_FOUND", { path: "x" }, { cause }).cause).toBe(cause);
});

test("text from a file cannot drive the terminal", () => {
  expect(new BraidynError("NWB_NOT_FOUND", { path: "a\u001b[2Jb" }).message).toBe(
    "there is no file a\uFFFD[2Jb",
  );
});

test("isBraidynError tells codes apart", () => {
  const error: unknown = new BraidynError("NWB_NOT_FOUND", { path: "x" });
  expect(isBraidynError(error)).toBe(true);
  expect(isBraidynError(error, "NWB_NOT_FOUND")).toBe(true);
  expect(isBraidynError(error, "NWB_CORRUPT")).toBe(false);
  expect(isBraidynError(new Error("x"))).toBe(false);
});
