import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cortexMapPlot, type PlotSpec } from "@braidyn/plots";
import { toHtml } from "@braidyn/plots/render";
import { chromiumPath, openBrowser, openPage } from "./browser.ts";
import { examples, masks } from "./examples.ts";

describe.skipIf(chromiumPath === null)("in a browser (needs Chromium; set BRAIDYN_CHROMIUM)", () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "braidyn-plots-"));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (name: string, spec: PlotSpec) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, await toHtml(spec));
    return openPage(browser, pathToFileURL(file).href);
  };

  test.each(Object.entries(examples))(
    "%s opens, asks for nothing and complains of nothing",
    async (name, example) => {
      const { page, requests, complaints } = await open(name, example({ language: "ja", title: "図の題" }));
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
      expect(await page.locator("#plot svg.marks").count()).toBe(1);
      expect(await page.locator("#plot svg.marks").textContent()).toContain("図の題");
      expect(await page.evaluate(`document.fonts.check('12px "Noto Sans JP"', "図の題")`)).toBe(true);
      await page.close();
    },
  );

  test("a moving map plays: its colours and its time change", async () => {
    const frames = ["0.00 s", "0.50 s", "1.00 s"];
    const spec = cortexMapPlot(masks(["A", "B"]), {
      regions: ["A", "B"],
      values: [0, 0, 1, -1, 0.2, 0.1],
      frames,
    });
    const { page, complaints } = await open("moving", spec);
    const shown = () => page.locator("#plot svg.marks").evaluate((svg) => svg.outerHTML);
    const still = await shown();
    expect(still).toContain("0.50 s");
    await page.locator("#player input").fill("2");
    await expect.poll(shown).toContain("1.00 s");
    expect((await shown()).match(/fill="rgb[^"]+"/g)).not.toEqual(still.match(/fill="rgb[^"]+"/g));
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(shown).toContain("0.00 s");
    await page.getByRole("button", { name: "Pause" }).click();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("hostile names do nothing", async () => {
    const name = `</script><script>document.title="taken"</script>'"]);datum.constructor`;
    const spec = cortexMapPlot(masks([name]), { regions: [name], values: [1] }, { title: name });
    const { page, complaints } = await open("hostile", spec);
    expect(complaints).toEqual([]);
    expect(await page.title()).not.toBe("taken");
    await page.close();
  });
});
