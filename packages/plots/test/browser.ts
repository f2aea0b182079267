import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

const path = process.env["BRAIDYN_CHROMIUM"] ?? "/usr/bin/chromium";

/** The browser that pages are tested in; null where there is none. */
export const chromiumPath = existsSync(path) ? path : null;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath as string,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
}

/** A page as it is once its plot is drawn, with everything that it tried to load and complained about. */
export interface OpenPage {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

export async function openPage(browser: Browser, url: string): Promise<OpenPage> {
  const page = await browser.newPage();
  const opened: OpenPage = { page, requests: [], complaints: [] };
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && request.url() !== url) opened.requests.push(request.url());
  });
  page.on("console", (message) => opened.complaints.push(message.text()));
  page.on("pageerror", (error) => opened.complaints.push(error.message));
  await page.goto(url);
  await page.waitForSelector("html[data-drawn=yes]", { timeout: 30_000 });
  return opened;
}
