import { expect, test } from "vitest";
import { formatDandiName, isDandiName, parseDandiName } from "../../src/index.ts";

const mouse = "sub-VG1-GC#51/sub-VG1-GC#51_ses-2023-06-29-task-day11_widefield+behavior.nwb";

test.each([
  ["dandi:001425", null, null],
  ["DANDI:001425/", null, null],
  ["dandi:001425@draft", "draft", null],
  ["dandi:001425@0.250331.1234", "0.250331.1234", null],
  [`dandi:001425/${mouse}`, null, mouse],
  [`dandi:001425@draft/${mouse}`, "draft", mouse],
  ["dandi:001425@draft/sub-VG1-GC%2351/a%2Bb.nwb", "draft", "sub-VG1-GC#51/a+b.nwb"],
  ["dandi:001425@draft/100%.nwb", "draft", "100%.nwb"],
  ["dandi://dandi/001425@draft/a.nwb", "draft", "a.nwb"],
])("%s names version %s, path %s", (name, version, path) => {
  expect(parseDandiName(name)).toEqual({ dandiset: "001425", version, path });
  expect(parseDandiName(formatDandiName(parseDandiName(name)))).toEqual({
    dandiset: "001425",
    version,
    path,
  });
});

test.each([
  "dandi:",
  "dandi:1425",
  "dandi:0014255",
  "dandi:001425@",
  "dandi:001425@a b/x",
  "001425",
  "dandi:001425x",
])('"%s" is refused', (name) => {
  expect(() => parseDandiName(name)).toThrow(expect.objectContaining({ code: "DANDI_NAME" }));
});

test("only dandi: names are taken for such", () => {
  expect(isDandiName("dandi:001425")).toBe(true);
  expect(isDandiName("dandi/001425.nwb")).toBe(false);
});
