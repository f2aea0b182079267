/**
 * `npm run screenshots [-- DIR]`: photographs every page of an event on a real server, into `docs/images/leaderboard` by
 * default. The event is simulated, and so are its two days: the server is given a clock of our own.
 */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findChromium } from "../../../test/chromium.ts";
import { startSite, type EventSite } from "./support/event-site.ts";

const hours = 3600_000;
/** The event has run for two days, so that its clock is right in the end. */
const daysOfEvent = 52 * hours;
const start = Math.floor(Date.now() / hours) * hours - daysOfEvent;
const iso = (time: number) => new Date(time).toISOString();

const out = process.argv[2] ?? join(import.meta.dirname, "../../../docs/images/leaderboard");
const mostBytes = 150_000;

const description = `title: { en: "Lever pull: will the mouse pull?", ja: レバー引き：マウスは引くか }
description:
  en: From the activity of 44 cortical regions in the half second before the cue, predict whether the mouse will pull the lever.
  ja: 合図の前 0.5 秒間の 44 皮質領域の活動から、マウスがレバーを引くかどうかを予測します。`;

/** Of the challenge: two days with a zone. */
const change = (yaml: string) =>
  yaml
    .replace(/title:.*\ndescription:.*/, description)
    .replace(/limits:.*/, "limits: { per_day: 20, total: 60, max_bytes: 50000000, time_zone: Asia/Tokyo }")
    .concat(
      "phases:\n  - id: main\n    title: { en: Main round, ja: 本戦 }\n" +
        `    start: "${iso(start - hours)}"\n    end: "${iso(start + daysOfEvent + 5 * hours)}"\n`,
    );

/** Names, and how good each team's submissions were one after another. */
const teams: [name: string, skills: number[]][] = [
  ["Cortical Crew", [0.14, 0.26, 0.33, 0.41]],
  ["神経回路クラブ", [0.2, 0.3, 0.405]],
  ["Lever Pullers", [0.1, 0.22, 0.36]],
  ["大阪ニューロン", [0.24, 0.35]],
  ["Team Aki", [0.05, 0.18, 0.3]],
  ["Late Nights", [0.12, 0.25]],
  ["Dendrite", [0.16, 0.2]],
  ["ミエリン", [0.08]],
];

const chromium = findChromium();
if (chromium === null) throw new Error("needs Chromium; set BRAIDYN_CHROMIUM");
mkdirSync(out, { recursive: true });

/** Of the team whose pages are photographed. */
let ownToken = "";
/** What the server is told; 0: the truth. */
let now = start;
const began = performance.now();
const clock = { now: () => new Date(now === 0 ? Date.now() : now + performance.now() - began) };
const site = await startSite(chromium, { id: "lever-pull", change, clock });
try {
  await fill(site);
  await photograph(site);
} finally {
  await site.close();
}

/** Two days of an event. */
async function fill(event: EventSite): Promise<void> {
  for (const [name, skill] of [
    ["strong", 0.28],
    ["simple", 0.12],
    ["floor", 0],
  ] as const)
    await event.organizer(
      "POST",
      `/api/challenges/lever-pull/baselines?name=${name}`,
      event.event.predictions(skill, name),
    );
  const tokens = new Map<string, string>();
  for (const [name] of teams) tokens.set(name, await event.team(name));
  for (let round = 0; round < 4; round++) {
    for (const [place, [name, skills]] of teams.entries()) {
      const skill = skills[round];
      if (skill === undefined) continue;
      now = start + (round * 11 + place * 1.2) * hours;
      const file = `${["first", "wider-window", "ridge", "ensemble"][round]}.csv`;
      await event.submit(tokens.get(name) ?? "", event.event.predictions(skill, `${name} ${round}`), file);
    }
  }
  now = 0;
  await event.organizer("POST", "/api/announcements", {
    text: "Lunch is at 12:30 in the hall. 昼食は 12:30 からホールで。",
  });
  await event.organizer("POST", "/api/invitations", { uses: 40 });
  ownToken = tokens.get("Team Aki") ?? "";
}

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly token?: "team" | "organizer";
  readonly ja?: boolean;
  readonly dark?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly act?: (page: Page) => Promise<unknown>;
}

async function photograph(event: EventSite): Promise<void> {
  const good = {
    name: "ensemble.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(event.event.predictions(0.3, 9)),
  };
  const wrong = { ...good, buffer: Buffer.from(good.buffer.toString().replace(/,[\d.e-]+\n/, ",NaN\n")) };
  const phone = { width: 360, height: 740 };
  const choose = (file: typeof good) => (page: Page) => page.locator("input[type=file]").setInputFiles(file);
  const shots: Shot[] = [
    { name: "board", path: "/board/lever-pull" },
    { name: "board-ja-dark", path: "/board/lever-pull", ja: true, dark: true, token: "team" },
    { name: "board-phone", path: "/board/lever-pull", size: phone },
    { name: "join", path: "INVITATION", size: { width: 900, height: 620 } },
    { name: "log-in", path: "/login", size: { width: 900, height: 560 } },
    { name: "submit", path: "/submit/lever-pull", token: "team", act: choose(good) },
    { name: "submit-refused-ja", path: "/submit/lever-pull", token: "team", ja: true, act: choose(wrong) },
    {
      name: "submission",
      path: "SUBMISSION",
      token: "team",
      act: (page) =>
        page
          .getByRole("button", { name: /Report/ })
          .first()
          .click(),
    },
    { name: "team", path: "/team/lever-pull", token: "team" },
    { name: "organizer", path: "/organizer/lever-pull", token: "organizer" },
    { name: "organizer-boards", path: "/organizer/lever-pull/boards", token: "organizer" },
    {
      name: "organizer-invitations-ja",
      path: "/organizer/lever-pull/invitations",
      token: "organizer",
      ja: true,
      act: (page) => page.getByRole("button", { name: /QR/ }).click(),
    },
    { name: "projector", path: "/projector/lever-pull", size: { width: 1280, height: 720 } },
  ];
  for (const shot of shots) await take(event, shot);
}

async function take(event: EventSite, shot: Shot): Promise<void> {
  const { name, path, token, ja = false, dark = false, size = { width: 1120, height: 900 }, act } = shot;
  const bearer =
    token === "team" ? ownToken : token === "organizer" ? (event.server.organizerToken ?? "") : null;
  const { page, complaints } = await event.open("/login", {
    token: bearer,
    viewport: size,
    locale: "en-GB",
    timezoneId: "Asia/Tokyo",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  if (ja) await page.getByRole("button", { name: "日本語" }).click();
  await page.goto(await addressOf(event, path));
  if (path === "INVITATION") await page.getByLabel("Team name").fill("Purkinje");
  if (act !== undefined) {
    await page.locator(".lead, .status-line").first().waitFor();
    await act(page);
  }
  await page.waitForTimeout(1500); // fonts and charts
  const file = join(out, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled" });
  const { size: found } = statSync(file);
  console.log(`${name}.png ${Math.round(found / 1000)} KB`);
  if (found > mostBytes) throw new Error(`${name}.png has more than ${mostBytes} bytes`);
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join("; ")}`);
  await page.context().close();
}

async function addressOf(event: EventSite, path: string): Promise<string> {
  if (path === "INVITATION")
    return ((await event.organizer("POST", "/api/invitations", { uses: 1 })) as { link: string }).link;
  if (path !== "SUBMISSION") return event.server.url + path;
  const { submissions } = (await event.organizer("GET", "/api/challenges/lever-pull/submissions")) as {
    submissions: { id: string; team: { name: string } }[];
  };
  return `${event.server.url}/submissions/${submissions.find(({ team }) => team.name === "Team Aki")?.id ?? ""}`;
}
