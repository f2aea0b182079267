import { expect, test } from "vitest";
import { labelOf, nameKey, teamName } from "../../src/accounts/team-name.ts";

test.each([
  "Cortex Club",
  "脳波チーム",
  "Ünïcode & Söhne",
  "ラボ-7",
  "Team #1",
  "a".repeat(40),
  "Équipe (Lyon)",
])("%s is a name", (name) => expect(teamName(`  ${name} `)).toBe(name.normalize("NFC")));

test.each([
  "",
  "   ",
  "<script>alert(1)</script>",
  '=HYPERLINK("http://evil","x")',
  "+1",
  "-1",
  "@sum",
  "＝１",
  "a\u202eb",
  "a\u200bb",
  "a\nb",
  "a\u0000b",
  'a"b',
  "x".repeat(41),
])("%j is none", (name) => {
  expect(() => teamName(name)).toThrow(expect.objectContaining({ code: "LEADERBOARD_NAME" }));
});

test("names that people would take for one another have one key, others have their own", () => {
  expect(nameKey("Cortex Club")).toBe(nameKey("cortex-club"));
  expect(nameKey("Ｃｏｒｔｅｘ Club")).toBe(nameKey("Córtex club"));
  expect(nameKey("ハト")).not.toBe(nameKey("バト"));
});

test("a very long name is refused", () => {
  expect(() => teamName(`${"a ".repeat(100_000)}!<`)).toThrow(
    expect.objectContaining({ code: "LEADERBOARD_NAME" }),
  );
});

test("labels lose what cannot be seen", () => {
  expect(labelOf(" Aki's\u202e laptop\n ")).toBe("Aki's laptop");
});
