import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorMessages } from "@braidyn/core";
import { metricNames } from "@braidyn/harness";
import { describe, expect, test } from "vitest";
import { commands } from "../../packages/cli/src/commands.ts";
import { compareMarkdown } from "../../docs/make/parity/compare-markdown.ts";
import { findMissing } from "../../docs/make/parity/find-missing.ts";
import { challengeFields } from "../../docs/make/site/challenge-fields.ts";
import { commandsPage } from "../../docs/make/site/commands-page.ts";
import { errorsPage } from "../../docs/make/site/errors-page.ts";
import { docsFolder } from "../../docs/make/site/folders.ts";
import { sections } from "../../docs/make/site/sidebar.ts";
import { writtenPages } from "../../docs/make/snippets/pages.ts";

test("nothing is there in one language only: messages, READMEs, pages, fields of challenge.yaml", async () => {
  const { missing, compared } = await findMissing();
  expect(missing).toEqual([]);
  for (const count of Object.values(compared)) expect(count).toBeGreaterThan(8);
});

describe("two translations differ", () => {
  const english = "# A\n\n## B\n\n```sh\nls # all\n```\n\n| a |\n|---|\n";
  const japanese = "# あ\n\n## い\n\n```sh\nls # すべて\n```\n\n| あ |\n|---|\n";

  test("not where headings, code, tables and pictures agree", () => {
    expect(compareMarkdown(english, japanese)).toEqual([]);
  });

  test("where a heading, a command, a row or a picture is missing", () => {
    expect(compareMarkdown(english, japanese.replace("## い\n", ""))).toEqual(["has 1 headings, not 2"]);
    expect(compareMarkdown(english, japanese.replace("## い", "### い"))).toEqual(["has other headings"]);
    expect(compareMarkdown(english, japanese.replace("ls", "rm"))).toEqual([
      "block of code 1 is another one",
    ]);
    expect(compareMarkdown(english, japanese.replace("| あ |\n", ""))).toEqual([
      "has 1 rows of tables, not 2",
    ]);
    expect(compareMarkdown(`${english}![](x.png)`, japanese)).toEqual(["has 0 pictures, not 1"]);
  });

  test("where one was copied and never translated", () => {
    expect(compareMarkdown(english, english)).toEqual(["is not in Japanese"]);
  });
});

test("every page has its one place in the menu", () => {
  const listed = sections.flatMap(({ pages }) => pages);
  expect(new Set(listed).size).toBe(listed.length);
  const written = writtenPages().map((page) => page.replace(/\.md$/, ""));
  expect(written.filter((page) => page !== "index" && !listed.includes(page))).toEqual([]);
});

describe("the reference names", () => {
  test.each(["en", "ja"] as const)("every command, with its help (%s)", async (language) => {
    const page = await commandsPage(language);
    // Long examples are broken into lines.
    const unbroken = page.replace(/\s+/g, "");
    const isMissing = (text: string) => !unbroken.includes(text.replace(/\s+/g, ""));
    for (const command of commands) {
      const parts = "commands" in command ? command.commands : [command];
      const group = "commands" in command ? `${command.name} ` : "";
      for (const { usage, examples } of parts) {
        expect(page.split("\n")).toContain(`## braidyn ${group}${usage.split(" ")[0]}`);
        expect([`: braidyn ${group}${usage}`, ...examples].filter(isMissing)).toEqual([]);
      }
    }
  });

  test.each(["en", "ja"] as const)("every error (%s)", (language) => {
    const lines = new Set(errorsPage(language).split("\n"));
    expect(Object.keys(errorMessages).filter((code) => !lines.has(`### ${code}`))).toEqual([]);
  });

  test("every field of challenge.yaml that a challenge may have, required ones as such", () => {
    const fields = challengeFields();
    expect(fields.find(({ path }) => path === "metrics.primary")).toMatchObject({ required: true });
    expect(fields.find(({ path }) => path === "phases[].freeze")).toMatchObject({ required: false });
    expect(fields.find(({ path }) => path === "statistics.resamples")).toMatchObject({
      kind: "integer >= 100 <= 100000",
      fallback: "2000",
    });
    expect(fields.some(({ path }) => path === "truth.NAME.type")).toBe(true);
  });

  test.each(["", "ja/"])("every metric (%s)", (folder) => {
    const page = readFileSync(join(docsFolder, `${folder}metrics-and-statistics.md`), "utf8");
    expect(metricNames.filter((name) => !page.includes(`**\`${name}\`**`))).toEqual([]);
  });
});
