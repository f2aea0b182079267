import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { harnessVersion } from "../src/version.ts";

test("bundles and reports carry the package's version", async () => {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  expect((JSON.parse(text) as { version: string }).version).toBe(harnessVersion);
});
