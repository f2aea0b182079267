import { expect, test } from "vitest";
import * as tables from "../src/index.ts";

test("the package exports what it says, and grows on purpose", () => {
  expect(Object.keys(tables).sort()).toMatchInlineSnapshot(`
    [
      "align",
      "alignFrames",
      "bin",
      "categories",
      "concat",
      "csvChunks",
      "features",
      "featuresTable",
      "jsonChunks",
      "keypoints",
      "masks",
      "npyType",
      "onsets",
      "peth",
      "pethTable",
      "pupil",
      "regions",
      "sensors",
      "sessionColumns",
      "toArrow",
      "toCsv",
      "toJson",
      "toNpy",
      "toParquet",
      "trials",
      "windowsTable",
      "writeNpyHeader",
    ]
  `);
});
