import { expect, test } from "vitest";
import { controlNotes } from "../../src/board/control-notes.ts";
import { control } from "./boards.ts";

test("a control says why it has no score, and how far it would go outside of the input", () => {
  const reason = { code: "X", en: "does not apply", ja: "対象外" };
  const outside = { score: 0.81, low: 0.7, high: -0.9 };
  const board = { precision: 3 };
  expect(controlNotes(control("shuffled", 0.5), board, "en")).toEqual([]);
  expect(controlNotes({ ...control("identity", null), reason }, board, "ja")).toEqual(["対象外"]);
  const [note] = controlNotes({ ...control("behaviour", null), outside }, board, "en");
  expect(note).toMatch(/behaviour only: .*0\.810 \[0\.700, −0\.900\]/);
});
