import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findChromium, startChromium } from "../../../../test/chromium.ts";
import { servePage, type PageServer } from "../../../../test/page-server.ts";
import { openSession, type OpenOptions, type SessionSource } from "../../src/index.ts";
import { fullSession, useArchive } from "../remote/archive.ts";

const chromium = findChromium();
const token = "0123456789abcdef";
const open = useArchive(fullSession);
const embargoed = useArchive(fullSession, { token });

/** Reads on the page's main thread; what it gives can be sent to the test. */
const script = `
import { openSession } from "@braidyn/nwb";
const digest = async (array) => {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
globalThis.read = async (source, options) => {
  try {
    const session = await openSession(source, options);
    const [dff, trials, slice] = await Promise.all([
      session.dff(), session.trials(), session.raw.sensor("lever", { time: [10, 12] }),
    ]);
    session.close();
    const { contents, info, regions } = session;
    const digests = await Promise.all([dff.time, dff.data, slice.time, slice.data].map(digest));
    return { session: info.session, regions, contents, digests, outcomes: trials.columns.outcome };
  } catch (error) {
    return { code: error.code, name: error.name, message: error.message, cause: String(error.cause) };
  }
};
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  globalThis.dropped = read(event.dataTransfer.files[0]);
});
globalThis.drop = async () => {
  const transfer = new DataTransfer();
  transfer.items.add(document.querySelector("input").files[0]);
  dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
  return dropped;
};
globalThis.ready = true;
`;

/** The same on the disk, with Node. */
async function expected(path: string) {
  const session = await openSession(path);
  const [dff, trials, slice] = await Promise.all([
    session.dff(),
    session.trials(),
    session.raw.sensor("lever", { time: [10, 12] }),
  ]);
  session.close();
  const { contents, info, regions } = session;
  const digests = [dff.time, dff.data, slice.time, slice.data].map((array) =>
    createHash("sha256")
      .update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
      .digest("hex"),
  );
  return { session: info.session, regions, contents, digests, outcomes: trials.columns["outcome"] };
}

describe.skipIf(chromium === null)("in a tab of Chromium (needs Chromium; set BRAIDYN_CHROMIUM)", () => {
  let server: PageServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await servePage(script);
    browser = await startChromium(chromium ?? "");
  });
  beforeEach(async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction("globalThis.ready");
    return () => context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const asset = () => open.server.asset("task-day11");
  const read = (source: SessionSource, options: OpenOptions): Promise<unknown> =>
    page.evaluate(`read(${JSON.stringify(source)}, ${JSON.stringify(options)})`);

  test("dF/F, trials and a slice come out of an address as they do out of the file", async () => {
    const { options } = open;
    expect(await page.evaluate("typeof SharedArrayBuffer")).toBe("undefined");
    const found = await read(open.server.downloadUrl(asset()), options);
    expect(found).toEqual(await expected(asset().file));
    expect(await read(`dandi:001425/${asset().path}`, options)).toEqual(found);
  });

  test("a file that is dropped into the tab reads the same", async () => {
    await page.setInputFiles("input", asset().file);
    const { session, ...dropped } = (await page.evaluate("drop()")) as Record<string, unknown>;
    expect({ ...dropped, session }).toEqual(await expected(asset().file));
  });

  test("the second opening finds its pack in the browser", async () => {
    const { apiUrl } = open.options;
    const first = await read(open.server.downloadUrl(asset()), { apiUrl });
    await page.waitForFunction("indexedDB.databases().then((all) => all.length > 0)");
    await expect
      .poll(async () => {
        open.forget();
        expect(await read(open.server.downloadUrl(asset()), { apiUrl })).toEqual(first);
        return open.server.requests.filter(({ method }) => method === "GET").length;
      })
      .toBeLessThanOrEqual(12);
  });

  test("a presigned address does not tell its length: the error says what does", async () => {
    const address = open.server.presigned(asset());
    expect(await read(address, open.options)).toMatchObject({ code: "NWB_NO_SIZE" });
    const found = await read(address, { ...open.options, sizeBytes: asset().size });
    expect(found).toMatchObject({ digests: (await expected(asset().file)).digests });
  });

  test("an embargoed session is read with the token, which reaches the API alone", async () => {
    const { server: archive, options } = embargoed;
    const url = archive.downloadUrl(archive.asset("task-day11"));
    expect(await read(url, options)).toMatchObject({ code: "NWB_DENIED" });
    expect(await read(url, { ...options, token })).toMatchObject({
      session: (await expected(asset().file)).session,
    });
    const strangers = archive.requests.filter(({ server: name }) => name === "store");
    expect(strangers.length).toBeGreaterThan(0);
    expect(strangers.filter((request) => JSON.stringify(request).includes(token))).toEqual([]);
  });

  test("answers that go wrong are asked for again", async () => {
    open.server.behaviour.faults = { "500": 0.05, reset: 0.05, truncated: 0.05, stalled: 0.03 };
    const found = await read(open.server.downloadUrl(asset()), { ...open.options, idleTimeoutMs: 400 });
    expect(found).toMatchObject({ digests: (await expected(asset().file)).digests });
  });
});
