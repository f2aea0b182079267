import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve, type Clock, type LeaderboardServer } from "@braidyn/leaderboard";
import type { BrowserContextOptions, Page } from "playwright-core";
import { chromium, type Browser } from "playwright-core";
import {
  makeEventBundle,
  type EventBundle,
  type EventBundleOptions,
} from "../../../server/test/support/event-bundle.ts";
import { webFiles } from "../../src/index.ts";

/** A name that leads to this machine and is no "localhost": what a venue's page without HTTPS is to a browser. */
export const venueHost = "venue.test";

/** A whole event on this machine: the real server with its database and a worker, the page, and a browser. */
export interface EventSite {
  readonly server: LeaderboardServer;
  readonly event: EventBundle;
  readonly browser: Browser;
  /** Someone else's browser: cookies and settings of its own; logged in where a token is given. */
  open(path: string, options?: BrowserContextOptions & { readonly token?: string | null }): Promise<OpenPage>;
  /** Calls the API as the organizer does from a program. */
  organizer(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Makes a team; gives its token. */
  team(name: string): Promise<string>;
  /** Sends predictions and waits until they are scored. */
  submit(token: string, csv: string, name?: string): Promise<string>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, things that the page's policy forbids. */
  readonly complaints: string[];
}

export interface SiteOptions extends EventBundleOptions {
  readonly clock?: Clock;
}

/** Starts an event with one challenge, "tiny-event" unless it is given another name. */
export async function startSite(executablePath: string, options: SiteOptions = {}): Promise<EventSite> {
  const folder = await mkdtemp(join(tmpdir(), "braidyn-web-"));
  const [event, web] = await Promise.all([makeEventBundle(options), webFiles()]);
  const args = [`--host-resolver-rules=MAP ${venueHost} 127.0.0.1`, "--no-sandbox", "--disable-quic"];
  const [server, browser] = await Promise.all([
    serve({ folder, bundles: [event.folder], port: 0, clock: options.clock, ...{ web } }),
    chromium.launch({ executablePath, args: [...args, "--disable-background-networking"] }),
  ]);
  const program = caller(server.url);
  const organizerToken = server.organizerToken ?? "";
  const organizer: EventSite["organizer"] = (method, path, body) =>
    program(method, path, organizerToken, body);
  return {
    ...{ server, event, browser, organizer },
    open: async (path, { token = null, ...options } = {}) => {
      const opened = await newPage(browser, options);
      if (token !== null) await opened.page.request.post(`${server.url}/api/session`, { data: { token } });
      await opened.page.goto(path.startsWith("http") ? path : server.url + path);
      return opened;
    },
    team: async (name) => {
      const { link } = (await organizer("POST", "/api/invitations", { uses: 1 })) as { link: string };
      const joined = await program("POST", "/api/join", null, { code: link.split("#")[1], name });
      return (joined as { token: { token: string } }).token.token;
    },
    submit: async (token, csv, name = "predictions.csv") => {
      const path = `/api/challenges/${options.id ?? "tiny-event"}/submissions?name=${encodeURIComponent(name)}`;
      const { submission } = (await program("POST", path, token, csv)) as { submission: { id: string } };
      await untilOver(() => program("GET", `/api/submissions/${submission.id}`, token));
      return submission.id;
    },
    close: async () => {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Program = (method: string, path: string, token: string | null, body?: unknown) => Promise<unknown>;

/** JSON, or text as CSV. */
function caller(url: string): Program {
  return async (method, path, token, body) => {
    const type = typeof body === "string" ? "text/csv" : "application/json";
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": type }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  };
}

async function untilOver(look: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const { status } = (await look()) as { status: string };
    if (["scored", "refused", "failed"].includes(status)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // that nobody is logged in is an answer like others; the policy between windows is for HTTPS only
    const expected = /status of 401|Cross-Origin-Opener-Policy header has been ignored/.test(message.text());
    if (!expected && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints };
}

/** Opens a page that is a file on a disk. */
export async function openText({ browser }: EventSite, html: string): Promise<OpenPage> {
  const path = join(await mkdtemp(join(tmpdir(), "braidyn-page-")), "board.html");
  await writeFile(path, html);
  const opened = await newPage(browser);
  await opened.page.goto(pathToFileURL(path).href);
  return opened;
}

/** Logs in on the page itself. */
export async function logIn(page: Page, token: string): Promise<void> {
  await page.goto(new URL("/login", page.url()).href);
  await page.getByLabel("Token").fill(token);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await page.getByRole("button", { name: "Log out" }).waitFor();
}
