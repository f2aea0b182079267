import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

/** Where Linux distributions put it. */
const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium to test in: `BRAIDYN_CHROMIUM`, else the system's; null where there is none. Tests that need it say why
 * they do not run:
 *
 * ```ts
 * test.skipIf(findChromium() === null)("... (needs Chromium; set BRAIDYN_CHROMIUM)", ...);
 * ```
 */
export function findChromium(): string | null {
  const named = process.env["BRAIDYN_CHROMIUM"];
  return (named === undefined ? usual : [named]).find((path) => existsSync(path)) ?? null;
}

/** Starts a Chromium of its own, without a window. */
export async function startChromium(executablePath: string): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
  return chromium.launch({ executablePath, headless: true, args });
}

/** Does work on an empty page of a browser that is closed afterwards. Nothing is fetched from anywhere. */
export async function inChromium<T>(executablePath: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await startChromium(executablePath);
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
