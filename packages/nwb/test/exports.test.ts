import { expect, test } from "vitest";
import * as main from "@braidyn/nwb";
import * as write from "@braidyn/nwb/write";

test("@braidyn/nwb exports these and nothing else", () => {
  expect(Object.keys(main).sort()).toMatchInlineSnapshot(`
    [
      "braidynBc",
      "openSession",
    ]
  `);
});

test("@braidyn/nwb/write exports these and nothing else", () => {
  expect(Object.keys(write).sort()).toMatchInlineSnapshot(`
    [
      "dataset",
      "group",
      "reference",
      "softLink",
      "writeHdf5",
    ]
  `);
});
