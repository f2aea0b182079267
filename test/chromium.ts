import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";

/** Where Chromium may be: `BRAIDYN_CHROMIUM`, else where Linux distributions put it. */
const places = [
  process.env["BRAIDYN_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * A Chromium on this machine, else null. Tests that need it say why they do not run:
 *
 * ```ts
 * test.skipIf(findChromium() === null)("... (needs Chromium; set BRAIDYN_CHROMIUM)", ...);
 * ```
 */
export function findChromium(): string | null {
  return places.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** Does work on an empty page of a browser that is closed afterwards. Nothing is fetched from anywhere. */
export async function inChromium<T>(executablePath: string, work: (page: Page) => Promise<T>): Promise<T> {
  const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    // Web Crypto is there on trustworthy origins only, which about:blank is not
    await page.route("http://localhost/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>test</title>" }),
    );
    await page.goto("http://localhost/");
    return await work(page);
  } finally {
    await browser.close();
  }
}
