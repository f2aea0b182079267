import type { Board, Progress } from "@braidyn/leaderboard/api";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../../test/chromium.ts";
import { boardHtml } from "../src/index.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { drop, focusedText, pressTo } from "./support/gestures.ts";
import { logIn, openText, startSite, venueHost, type EventSite } from "./support/event-site.ts";

const chromium = findChromium();

describe.skipIf(chromium === null)("an event in a browser (needs Chromium; set BRAIDYN_CHROMIUM)", () => {
  let site: EventSite;
  let rival = "";
  beforeAll(async () => {
    site = await startSite(chromium as string);
    rival = await site.team("Rivals");
    await site.submit(rival, site.event.predictions(0.2, 1));
  });
  afterAll(() => site.close());

  const invitationLink = async () => {
    const { link } = (await site.organizer("POST", "/api/invitations", { uses: 1 })) as { link: string };
    return link;
  };
  const csv = (text: string, name = "predictions.csv") => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });

  test("a team joins by its invitation, submits with the keyboard alone and watches its score arrive on the board", async () => {
    const audience = await site.open("/board/tiny-event");
    const { page, complaints } = await site.open(await invitationLink());
    await page.getByLabel("Team name").focus();
    await page.keyboard.type("大阪ニューロン");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Welcome, 大阪ニューロン" }).waitFor();
    expect(page.url()).not.toContain("#");
    expect(await page.getByLabel("Token").inputValue()).toMatch(/^braidyn_team_/);
    await pressTo(page, "Submit predictions");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Submit predictions" }).waitFor();
    const chooser = page.waitForEvent("filechooser");
    await pressTo(page, "Choose a file");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(csv(site.event.predictions(0.8, 2)));
    await page.getByText("predictions.csv is fine").waitFor();
    expect(await page.getByRole("status").last().textContent()).toMatch(/test: \d+ rows/);
    // the button has the focus once the file is checked
    expect(await focusedText(page)).toBe("Submit");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Submission predictions.csv" }).waitFor();
    await page.getByText("Your public score moved to this one.").waitFor();
    const row = audience.page.getByRole("row", { name: /大阪ニューロン/ });
    await row.waitFor();
    expect(await row.getByRole("cell").first().textContent()).toBe("1");
    expect([...complaints, ...audience.complaints]).toEqual([]);
  });

  test("the server hands the page out: compressed, once, under a policy that evaluates nothing", async () => {
    const { url } = site.server;
    const page = await fetch(`${url}/board/tiny-event`);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(page.headers.get("content-security-policy")).not.toMatch(/unsafe|https?:/);
    const [, script = ""] = /<script type="module" src="([^"]+)"/.exec(await page.text()) ?? [];
    const loaded = await fetch(url + script, { headers: { "accept-encoding": "gzip, deflate, br" } });
    expect(loaded.headers.get("content-encoding")).toBe("br");
    const overHttp = await fetch(url + script, { headers: { "accept-encoding": "gzip, deflate" } });
    expect(overHttp.headers.get("content-encoding")).toBe("gzip");
    expect(await overHttp.text()).toBe(await loaded.clone().text());
    expect(loaded.headers.get("cache-control")).toContain("immutable");
    const again = await fetch(url + script, {
      headers: { "if-none-match": loaded.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${url}/assets/older/main.js`)).status).toBe(404);
    expect((await fetch(`${url}/%2e%2e%2fpackage.json`)).headers.get("content-type")).toContain("text/html");
  });

  test("a file that would be refused is not sent; what to do is said in the language of the page, which is kept", async () => {
    const { page, complaints } = await site.open("/submit/tiny-event", { token: rival });
    await page.getByText("Drop your file here, or").waitFor();
    const sent: string[] = [];
    page.on("request", (request) => void (request.method() !== "GET" && sent.push(request.url())));
    const lines = site.event.predictions(0.5, 3).split("\n");
    const wrong = [lines[0], lines[1]?.replace(/,.*/, ",NaN"), ...lines.slice(2)].join("\n");
    await page.getByLabel("Choose a file").setInputFiles(csv(wrong));
    const alert = page.getByRole("alert");
    await alert.getByText("SUBMISSION_VALUE_NAN").waitFor();
    expect(await alert.textContent()).toContain("What to do:");
    await page.getByRole("button", { name: "日本語" }).click();
    await page.getByRole("heading", { name: "予測の提出" }).waitFor();
    expect(await alert.textContent()).toContain("すべての行に有限の数を予測してください");
    await page.reload();
    await page.getByRole("heading", { name: "予測の提出" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("files dropped or chosen are checked by what they are: CSV, Parquet, a model, a spreadsheet, several at once", async () => {
    const { page } = await site.open("/submit/tiny-event", { token: rival });
    await page.getByText("Drop your file here, or").waitFor();
    await drop(page, [["a.csv", site.event.predictions(0.1, 5)]]);
    await page.getByText("a.csv is fine").waitFor();
    await page.getByLabel("Choose a file").setInputFiles(asParquet(site.event.predictions(0.1, 5)));
    await page.getByText("predictions.parquet is fine").waitFor();
    await drop(page, [["model.onnx", "weights"]]);
    await page.getByText("model.onnx is ready to be sent").waitFor();
    await drop(page, [["scores.xlsx", "PK\u0003\u0004..."]]);
    await page.getByText("SUBMISSION_COMPRESSED").waitFor();
    await drop(page, [
      ["a.csv", ""],
      ["b.csv", ""],
    ]);
    await page.getByText("One file at a time").waitFor();
  });

  test("an upload whose connection breaks goes on by itself, on a page without HTTPS too", async () => {
    const { page, complaints } = await site.open(site.server.url.replace("127.0.0.1", venueHost));
    expect(await page.evaluate("String(globalThis.crypto.subtle)")).toBe("undefined");
    await logIn(page, rival);
    await page.getByRole("link", { name: "Submit" }).click();
    let broken = 0;
    await page.route("**/api/uploads/*?offset=0", (route) =>
      broken++ === 0 ? route.abort("connectionreset") : route.continue(),
    );
    await page.getByLabel("Choose a file").setInputFiles(csv(site.event.predictions(0.3, 4), "again.csv"));
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByRole("heading", { name: "Submission again.csv" }).waitFor();
    await page.getByText("Scored", { exact: true }).waitFor();
    expect(broken).toBe(2);
    expect(complaints.filter((text) => !/ERR_CONNECTION_RESET/.test(text))).toEqual([]);
  });

  test("names, files and announcements that hold markup are shown as they are and do nothing", async () => {
    const hostile = `<img src=x onerror=alert(1)>{{datum}}"'</script><script>alert(2)</script>`;
    const token = await site.team("Harmless");
    const id = await site.submit(token, site.event.predictions(0.6, 6), hostile);
    const db = site.server.platform.db;
    await db.updateTable("teams").set({ name: hostile }).where("name", "=", "Harmless").execute();
    await site.organizer("POST", "/api/announcements", { text: hostile });
    await site.submit(await site.team("Later"), site.event.predictions(0.4, 7)); // so that boards are made anew
    const { page, complaints } = await site.open("/board/tiny-event", { token });
    await page.getByRole("rowheader", { name: hostile }).first().waitFor();
    await page.locator(".chart svg.marks").nth(1).waitFor();
    expect(await page.locator(".announced").textContent()).toBe(hostile);
    await page.goto(`${site.server.url}/submissions/${id}`);
    await page.getByRole("heading", { name: hostile }).waitFor();
    await page.goto(`${site.server.url}/team/tiny-event`);
    await page.getByRole("link", { name: hostile }).waitFor();
    await page.goto(`${site.server.url}/projector/tiny-event`);
    await page.getByRole("rowheader", { name: hostile }).waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);

    const board = (await site.organizer("GET", "/api/challenges/tiny-event/board")) as Board;
    const { teams } = (await site.organizer("GET", "/api/challenges/tiny-event/progress")) as {
      teams: Progress[];
    };
    const title = { en: hostile, ja: "小さな大会" };
    const options = { board, title, at: "2026-10-12T09:00:00Z", timeZone: "Asia/Tokyo", progress: teams };
    const exported = await openText(site, await boardHtml({ ...options, language: "en" }));
    expect(await exported.page.locator("h1").textContent()).toBe(hostile);
    await exported.page.getByRole("rowheader", { name: hostile }).waitFor();
    await exported.page.getByText("As of 12 Oct 2026, 18:00").waitFor();
    const drawn = await exported.page.evaluate(
      "[...document.images].map((image) => image.naturalWidth > 100)",
    );
    expect(drawn).toEqual([true, true]);
    expect(await accessibilityFaults(exported.page)).toEqual([]);
    expect(exported.complaints).toEqual([]);
    await db.updateTable("teams").set({ name: "Harmless" }).where("name", "=", hostile).execute();
  });

  test("a team chooses its finals and invites a member, who joins it", async () => {
    const { page, complaints } = await site.open("/team/tiny-event", { token: rival });
    await page.getByRole("checkbox", { name: /again.csv/ }).check();
    await page.getByRole("button", { name: "Save the choice" }).click();
    await page.getByText("The choice is saved.").waitFor();
    await page.getByRole("button", { name: "Make an invitation link" }).click();
    const link = await page.getByLabel("Invitation link").inputValue();
    expect(
      await page
        .getByRole("img", { name: "QR code" })
        .evaluate((img) => "naturalWidth" in img && img.naturalWidth),
    ).toBeGreaterThan(0);
    const member = await site.open(link);
    await member.page.getByText("join the team Rivals").waitFor();
    await member.page.getByRole("button", { name: "Join" }).click();
    await member.page.getByRole("heading", { name: "Welcome, Rivals" }).waitFor();
    expect([...complaints, ...member.complaints]).toEqual([]);
  });

  test("every page is accessible in light and dark, and fits a phone 360 pixels wide", async () => {
    const { submissions } = (await site.organizer("GET", "/api/challenges/tiny-event/submissions")) as {
      submissions: { id: string }[];
    };
    const own = `/submissions/${submissions[0]?.id}`;
    const console = ["overview", "boards", "teams", "invitations", "announcements"];
    const visits: [token: string | null, paths: string[]][] = [
      [null, ["/board/tiny-event", "/login", "/join#x", "/projector/tiny-event", "/nowhere"]],
      [rival, ["/submit/tiny-event", "/team/tiny-event"]],
      [site.server.organizerToken, [own, ...console.map((section) => `/organizer/tiny-event/${section}`)]],
    ];
    const faults: string[] = [];
    for (const [token, paths] of visits) {
      const { page } = await site.open("/login", { token, viewport: { width: 360, height: 740 } });
      for (const path of paths) {
        await page.goto(site.server.url + path);
        await page.locator("h1").waitFor();
        await page.getByText("Loading …").first().waitFor({ state: "detached" });
        const width = await page.evaluate("document.documentElement.scrollWidth");
        if (width !== 360) faults.push(`${path}: ${String(width)} pixels wide`);
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${path} ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test("a page whose events are answered by an error listens again and is up to date", async () => {
    const { page } = await site.open("/login");
    let refused = 0;
    await page.route("**/api/events", (route) =>
      refused++ === 0 ? route.fulfill({ status: 502, body: "" }) : route.continue(),
    );
    await page.clock.install();
    await page.goto(`${site.server.url}/board/tiny-event`);
    await page.getByText("Reconnecting …").waitFor();
    await page.clock.fastForward(6000);
    await page.getByText("Live", { exact: true }).waitFor();
  });

  test("wrong tokens and used-up invitations say what to do", async () => {
    const { page } = await site.open("/login");
    await page.getByLabel("Token").fill("braidyn_team_wrong");
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await page.getByRole("alert").getByText("LEADERBOARD_TOKEN").waitFor();
    await page.goto(`${site.server.url}/join#nothing`);
    await page.getByRole("alert").getByText("LEADERBOARD_INVITATION").waitFor();
    await page.goto(`${site.server.url}/organizer/tiny-event`);
    await page.getByText("This page is for organizers").waitFor();
  });

  test("an organizer announces, scores everything again, freezes and reveals; everyone sees it without a reload", async () => {
    const audience = await site.open("/board/tiny-event");
    const { page, complaints } = await site.open("/");
    await logIn(page, site.server.organizerToken ?? "");
    await page.getByRole("link", { name: "Organizer" }).click();
    await page.getByText("1 of 1 alive").waitFor();
    await page.getByRole("link", { name: "Announcements" }).click();
    await page.getByLabel("Text").fill("Lunch at 12:30");
    await page.getByRole("button", { name: "Announce", exact: true }).click();
    await audience.page.getByText("Lunch at 12:30").waitFor();

    await page.getByRole("link", { name: "Boards" }).click();
    const again = page.getByRole("form", { name: "Score everything again" });
    await again.getByLabel("Reason").fill("the clock was wrong");
    await again.getByRole("button", { name: "Begin" }).click();
    await page.getByText("done, not applied").waitFor();
    await page
      .getByRole("button", { name: /Show differences/ })
      .last()
      .click();
    await page.getByText(/Reports that are the same: \d+/).waitFor();
    await page.getByRole("button", { name: "Apply to the boards" }).click();
    await page.getByText(/applied \d/).waitFor();

    const freeze = page.getByRole("form", { name: "Freeze" });
    await freeze.getByLabel("Reason").fill("the last hour");
    await freeze.getByRole("button", { name: "Freeze the board" }).click();
    await audience.page.getByText("The public board stands still since").waitFor();
    const organizer = await site.open("/board/tiny-event", { token: site.server.organizerToken });
    await organizer.page.getByRole("button", { name: "Public board without the freeze" }).click();
    await organizer.page.getByRole("row", { name: /Rivals/ }).waitFor();

    const reveal = page.getByRole("form", { name: "Reveal" });
    expect(await reveal.getByRole("button").isDisabled()).toBe(true);
    await reveal.getByRole("textbox").fill("tiny-event");
    await reveal.getByRole("button").click();
    await audience.page.getByText(/Final results, revealed/).waitFor();
    await audience.page.getByRole("button", { name: "Final board", pressed: true }).waitFor();
    await audience.page.getByRole("row", { name: /Rivals.*final/ }).waitFor();
    expect([...complaints, ...audience.complaints]).toEqual([]);
  });
});

/** The same predictions as a Parquet file. */
function asParquet(text: string) {
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: "row_id", data: rows.map(([id]) => id), type: "STRING" },
      { name: "pulled", data: rows.map(([, value]) => Number(value)), type: "DOUBLE" },
    ],
  });
  return { name: "predictions.parquet", mimeType: "application/octet-stream", buffer: Buffer.from(buffer) };
}
