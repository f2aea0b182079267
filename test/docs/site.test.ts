import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { afterAll, describe, expect, test } from "vitest";
import { checkSite } from "../../docs/make/site/check-site.ts";
import { repositoryFolder } from "../../docs/make/site/folders.ts";
import { rebased } from "../../docs/make/site/gather.ts";
import { searchWords } from "../../docs/make/site/search.ts";
import { slugOf } from "../../docs/make/site/slug.ts";
import { ended } from "../cli/command.ts";
import { findChromium, startChromium } from "../chromium.ts";
import { serveFolder } from "./serve-folder.ts";

const work = mkdtempSync(join(tmpdir(), "braidyn-site-"));
afterAll(() => rmSync(work, { recursive: true }));

/** The reference of the packages, which takes as long again, is left out; `npm run docs` has it. */
describe("the site", () => {
  const out = join(work, "site");

  test("is built without a warning or a dead link", async () => {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const script = join(repositoryFolder, "docs/make/site.ts");
    const args = ["--conditions=@braidyn/source", "--import", tsx, script, "--no-api", "-o", out];
    const result = await ended(process.execPath, args, { env: { NODE_ENV: "production" } });
    const last = result.stdout.trimEnd().split("\n").at(-1);
    expect(`${result.code === 0 ? "" : result.stderr}${last}`).toBe(`${out}: 0 warnings, 0 dead links`);
    expect(result.code).toBe(0);
  });

  test("has its pages in both languages, with formulas as pictures", () => {
    for (const language of ["", "ja/"]) {
      const page = readFileSync(join(out, `${language}metrics-and-statistics.html`), "utf8");
      expect(page).toMatch(/<mjx-container[^>]*>\s*<svg/);
      for (const made of ["reference/commands", "reference/errors", "catalogue/lever-pull", "index"])
        expect(existsSync(join(out, `${language}${made}.html`))).toBe(true);
    }
  });

  test("joins the lines of Japanese sentences without a space", () => {
    const page = readFileSync(join(out, "ja/get-started-newcomer.html"), "utf8");
    expect(page).not.toMatch(/。\n[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
  });

  test.skipIf(findChromium() === null)(
    "finds Japanese words, in dark and light, and asks no other server (needs Chromium; set BRAIDYN_CHROMIUM)",
    async () => {
      const server = await serveFolder(out);
      const browser = await startChromium(findChromium() ?? "");
      try {
        const page = await browser.newPage({ colorScheme: "dark" });
        const asked: string[] = [];
        const failed: string[] = [];
        page.on("request", (request) => asked.push(request.url()));
        page.on("response", (response) => void (response.ok() || failed.push(response.url())));
        page.on("pageerror", (error) => failed.push(error.message));
        await page.goto(`${server.url}ja/glossary.html`);
        expect(await page.locator("html.dark").count()).toBe(1);
        await page.getByRole("button", { name: "検索" }).first().click();
        await page.locator("#localsearch-input").fill("拡張パーセンタイル");
        await page.locator("#localsearch-list a").first().click();
        await page.waitForURL(/ja\/metrics-and-statistics\.html#/);
        expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith("data:"))).toEqual([]);
        expect(failed).toEqual([]);
      } finally {
        await browser.close();
        await server.close();
      }
    },
  );
});

describe("the check of a built site", () => {
  const check = (pages: Record<string, string>) => {
    const folder = mkdtempSync(join(work, "check-"));
    for (const [name, html] of Object.entries(pages)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), html);
    }
    return checkSite(folder).map(({ page, address, problem }) => `${page} ${address} ${problem}`);
  };

  test("is silent where everything leads somewhere", () => {
    const index =
      '<a href="./b/c.html#x%20y">1</a><a href="/b/">2</a><a href="#here">3</a><p id="here"><a href="https://x.org">4</a>';
    expect(
      check({ "index.html": index, "b/index.html": '<a href="../">', "b/c.html": '<i id="x y">' }),
    ).toEqual([]);
  });

  test("names pages and headings that are not there, and what comes from another server", () => {
    const page =
      '<a href="no.html"></a><a href="#no"></a><script src="https://x.org/a.js"></script><img src="no.png">';
    expect(check({ "a/index.html": page })).toEqual([
      "a/index.html no.html no such page",
      "a/index.html #no no such heading",
      "a/index.html https://x.org/a.js from another server",
      "a/index.html no.png no such page",
    ]);
  });
});

test("a README's links lead to the same from where it stands in the site", () => {
  const page =
    "[a](x.ts) [b](../other/) ![c](img/c.png) `[d](x)` [e](https://x.org) [f](#here)\n```\n[g](x)\n```\n";
  expect(rebased(page, "challenges/one", "docs/ja/catalogue")).toBe(
    "[a](../../../challenges/one/x.ts) [b](../../../challenges/other/) ![c](../../../challenges/one/img/c.png) `[d](x)` [e](https://x.org) [f](#here)\n```\n[g](x)\n```\n",
  );
});

test("headings have the addresses that GitHub gives them", () => {
  expect(slugOf("dF/F is not causal")).toBe("dff-is-not-causal");
  expect(slugOf("A は B よりよいか")).toBe("a-は-b-よりよいか");
  expect(slugOf("1. `challenge.yaml`")).toBe("1-challengeyaml");
});

test("Japanese is searched by pairs of characters, other languages by words", () => {
  expect(searchWords("信頼区間は95 %")).toEqual(["信頼", "頼区", "区間", "間は", "95"]);
  expect(searchWords("Log_loss の値")).toEqual(["log_loss", "の値"]);
  expect(searchWords("ＡＵＣ 脳")).toEqual(["auc", "脳"]);
  expect(searchWords("")).toEqual([]);
});
