import { readFileSync } from "node:fs";
import { errorMessages } from "@braidyn/core";
import { expect, test } from "vitest";

test("the README lists every error code of this package, and no other", () => {
  const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const listed = [...text.matchAll(/^\| `(NWB_[A-Z0-9_]+)`/gm)].map(([, code]) => code);
  expect(listed.sort()).toEqual(
    Object.keys(errorMessages)
      .filter((code) => code.startsWith("NWB_"))
      .sort(),
  );
});
