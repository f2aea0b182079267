import { expect, test } from "vitest";
import { checkGroups } from "../src/session/check-groups.ts";

test("a column with a word for every trial is refused, an outcome is not", () => {
  expect(() => checkGroups("outcome", ["success", "short-pull", "success"])).not.toThrow();
  const names = Array.from({ length: 13 }, (_, i) => `trial ${i}`);
  expect(() => checkGroups("name", names)).toThrow(expect.objectContaining({ code: "PLOT_OPTION" }));
});
