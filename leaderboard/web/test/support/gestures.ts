import type { Page } from "playwright-core";

/** Presses Tab until what has the focus is called `name`. */
export async function pressTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if ((await focusedText(page)) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Label or text of what has the focus. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate(
    "document.activeElement.labels?.[0]?.textContent.trim() ?? document.activeElement.textContent.trim()",
  );
}

/** Drops files as a person does. */
export async function drop(page: Page, files: [name: string, text: string][]): Promise<void> {
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const [name, text] of ${JSON.stringify(files)}) transfer.items.add(new File([text], name));
    return transfer;
  })()`);
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
}
