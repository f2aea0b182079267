import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds wrong with a page in light and dark: rule, element, what to do. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(source);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await faultsOf(page, everything);
  await page.emulateMedia({ colorScheme: "dark" });
  return [...light, ...(await faultsOf(page, ["color-contrast"]))];
}

function faultsOf(page: Page, rules: readonly string[]): Promise<string[]> {
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ": " + html.slice(0, 200) + " " + failureSummary)))`);
}
