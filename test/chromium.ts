import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium to test in: `BRAIDYN_CHROMIUM`, else the system's; null where there is none. Tests that need it say why
 * they do not run:
 *
 * ```ts
 * test.skipIf(findChromium() === null)("a tab reads it (needs Chromium; set BRAIDYN_CHROMIUM)", ...);
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
