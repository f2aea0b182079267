import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson, reportDigest, score, verifyReceipt, type Report } from "@braidyn/harness";
import { readPredictionsFile } from "@braidyn/harness/build";
import { createClient } from "@braidyn/leaderboard/client";
import { parseEvent, replay } from "@braidyn/leaderboard";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCluster, type Cluster } from "../src/database/embedded/cluster.ts";
import { makeEventBundle, type EventBundle } from "./support/event-bundle.ts";
import { bytesOf, ended, eventually, joinTeam, send, startEvent } from "./support/event.ts";
import type { TestEvent, TestTeam } from "./support/event.ts";

let bundle: EventBundle;
let other: { folder: string; cluster: Cluster };
let now = new Date("2026-10-01T00:00:00Z");
const clock = { now: () => new Date(now.getTime() + (performance.now() - begun)) };
const begun = performance.now();

beforeAll(async () => {
  bundle = await makeEventBundle({
    change: (yaml) =>
      `${yaml.replace("per_day: 100, total: 1000", "per_day: 6, total: 9")}phases:
  - id: main
    start: 2026-09-30T09:00:00+09:00
    end: 2026-10-10T00:00:00+09:00
    freeze: 2026-10-09T00:00:00+09:00
`,
  });
  const folder = await mkdtemp(join(tmpdir(), "braidyn-other-"));
  other = { folder, cluster: await startCluster({ folder }) };
});
afterAll(async () => {
  await other.cluster.stop();
  await rm(other.folder, { recursive: true, force: true });
  await rm(join(bundle.folder, ".."), { recursive: true, force: true });
});

/** The same on the database that the server brings, and on one that is somebody else's. */
describe.each([
  ["embedded", () => ({})],
  ["DATABASE_URL", () => ({ folder: null, databaseUrl: other.cluster.url })],
])("an event on PostgreSQL: %s", (_, database) => {
  let event: TestEvent;
  let alpha: TestTeam;
  let beta: TestTeam;
  const challenge = "tiny-event";
  const params = { challenge };

  beforeAll(async () => {
    now = new Date("2026-10-01T00:00:00Z");
    event = await startEvent({ ...database(), bundles: [bundle.folder], clock });
    alpha = await joinTeam(event, "Alpha");
    beta = await joinTeam(event, "Béta ラボ");
  });
  afterAll(() => event.stop());

  test("the challenge is open, says its limits, and gives the bundle's public half and nothing of the private", async () => {
    const anyone = createClient({ url: event.server.url });
    const found = await anyone.call("getChallenge", { params });
    expect(found).toMatchObject({
      id: challenge,
      state: { open: true },
      limits: { timeZone: "+09:00", perDay: 6 },
    });
    const rows = await anyone.fetchBytes("getBundleFile", {
      params: { challenge, "*": "test/rows.parquet" },
    });
    expect(rows).toEqual(new Uint8Array(await readFile(join(bundle.folder, "public/test/rows.parquet"))));
    for (const path of ["../private/truth.parquet", "truth.parquet", "private/truth.parquet"]) {
      const stolen = anyone.fetchBytes("getBundleFile", { params: { challenge, "*": path } });
      await expect(stolen).rejects.toMatchObject({ code: "LEADERBOARD_NOT_FOUND" });
    }
  });

  test("a report is the one that `braidyn score` gives, to the byte, and its receipt verifies", async () => {
    const csv = bundle.predictions(0.2, 1);
    const { submission, cached } = await send(alpha, challenge, csv, "mine.csv");
    expect(cached).toBe(false);
    const done = await ended(alpha.client, submission.id);
    expect(done).toMatchObject({ status: "scored", fileName: "mine.csv", counts: true });
    const path = join(bundle.folder, "..", "alpha.csv");
    await writeFile(path, csv);
    for (const board of ["validation", "public"] as const) {
      const id = { id: submission.id, board };
      const report = await alpha.client.fetchBytes("getReport", { params: id });
      expect(new TextDecoder().decode(report)).toBe(canonicalJson(await scoredHere(path, board)));
      const receipt = await alpha.client.fetchBytes("getReceipt", { params: id });
      const { key } = await alpha.client.call("getReceiptHead", {});
      const { valid, checks } = await verifyReceipt(receipt, { key, report, submission: done.sha256 });
      expect(checks.filter(({ result }) => result === "wrong")).toEqual([]);
      expect(valid).toBe(true);
    }
  });

  async function scoredHere(path: string, board: "validation" | "public" | "private"): Promise<Report> {
    const { definition, digest } = bundle.bundle;
    const [validation, testIds] = [
      await bundle.bundle.rowIds("validation"),
      await bundle.bundle.rowIds("test"),
    ];
    const format = { columns: ["pulled"], expectedIds: { validation, test: testIds } };
    const { predictions, sha256 } = await readPredictionsFile(path, format, 1e9);
    const truth = await bundle.bundle.truth(board === "validation" ? "validation" : "test");
    return score({ definition, truth, predictions, board, digests: { bundle: digest, submission: sha256 } });
  }

  test("the same bytes are the submission that they were, and cost nothing", async () => {
    const first = await alpha.client.call("listSubmissions", { params });
    const again = await send(alpha, challenge, bundle.predictions(0.2, 1), "renamed.csv");
    expect(again).toMatchObject({
      cached: true,
      submission: { id: first.submissions[0]!.id, status: "scored" },
    });
    expect(again.quota).toEqual(first.quota);
  });

  test("a public score moves to what is better by more than chance, and stays otherwise without telling the score", async () => {
    const before = await onBoard("Alpha");
    const worse = await sent(alpha, 0.05, 2);
    const stays = worse.results.find(({ board }) => board === "public");
    expect(stays).toMatchObject({
      moved: false,
      score: null,
      low: null,
      step: null,
      standing: before!.score,
      report: false,
    });
    const hidden = alpha.client.fetchBytes("getReport", { params: { id: worse.id, board: "public" } });
    await expect(hidden).rejects.toMatchObject({ code: "LEADERBOARD_REPORT_HIDDEN" });
    const better = await sent(alpha, 0.3, 3);
    expect(better.results.find(({ board }) => board === "public")).toMatchObject({
      moved: true,
      report: true,
    });
    const after = await onBoard("Alpha");
    expect(after!.score).toBeGreaterThan(before!.score!);
    expect(after!.submissions).toBe(3);
    const { teams } = await alpha.client.call("getProgress", { params });
    expect(teams.map(({ team, points }) => [team.name, points.length])).toEqual([["Alpha", 2]]);
  });

  async function sent(team: TestTeam, skill: number, seed: number) {
    const { submission } = await send(team, challenge, bundle.predictions(skill, `${team.name} ${seed}`));
    return ended(team.client, submission.id);
  }

  /** Waits, as boards rest between two looks. */
  const onBoard = async (name: string, board: "public" | "private" = "public") => {
    await new Promise((resolve) => setTimeout(resolve, 350));
    const { entries } = await event.organizer.call("getBoard", { params, query: { board } });
    return entries.find((entry) => entry.name === name);
  };

  test("a wrong submission says what to do, in both languages, and counts", async () => {
    const { submission } = await send(beta, challenge, "row_id,pulled\nnobody,1\n");
    const refused = await ended(beta.client, submission.id);
    expect(refused).toMatchObject({ status: "refused", counts: true, results: [] });
    expect(refused.problem?.code).toMatch(/^SUBMISSION_/);
    expect(refused.problem?.hint).not.toBe("");
    const japanese = createClient({ url: event.server.url, token: beta.token, language: "ja" });
    const { problem } = await japanese.call("getSubmission", { params: { id: submission.id } });
    expect(problem?.message).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    const entry = await onBoard("Béta ラボ");
    expect(entry).toMatchObject({ score: null, submissions: 0 });
  });

  test("the limit of a day holds until the challenge's own midnight, and a team's submissions wait for one another", async () => {
    // five more of six today; some of them wait behind the first
    const accepted = await Promise.all(
      [1, 2, 3, 4, 5].map((seed) => send(beta, challenge, bundle.predictions(0.25, seed))),
    );
    expect(accepted.filter(({ submission }) => submission.status === "waiting").length).toBeGreaterThan(0);
    const last = accepted
      .map(({ quota }) => quota.day.used)
      .sort()
      .at(-1);
    expect(last).toBe(6);
    const late = send(beta, challenge, bundle.predictions(0.25, 6));
    await expect(late).rejects.toMatchObject({ code: "LEADERBOARD_QUOTA_DAY" });
    const states = await Promise.all(accepted.map(({ submission }) => ended(beta.client, submission.id)));
    expect(states.map(({ status }) => status)).toEqual(Array(5).fill("scored"));
    now = new Date("2026-10-01T15:00:00Z"); // midnight in Japan
    const { quota } = await beta.client.call("listSubmissions", { params });
    expect(quota).toMatchObject({
      day: { used: 0, limit: 6 },
      total: { used: 6, limit: 9 },
      timeZone: "+09:00",
    });
    for (const seed of [11, 12, 13]) await sent(beta, 0.25, seed);
    const over = send(beta, challenge, bundle.predictions(0.25, 14));
    await expect(over).rejects.toMatchObject({ code: "LEADERBOARD_QUOTA_TOTAL" });
  });

  test("baselines and controls stand on the board, marked, and take nobody's rank", async () => {
    const bytes = bytesOf(bundle.predictions(0.48, "baseline"));
    const { submission } = await event.organizer.call("addBaseline", {
      params,
      query: { name: "Oracle" },
      bytes,
    });
    await ended(event.organizer, submission);
    const entry = await onBoard("Oracle");
    expect(entry).toMatchObject({ kind: "baseline", rank: null });
    const board = await alpha.client.call("getBoard", { params });
    expect(board.entries[0]!.name).toBe("Oracle");
    expect(board.entries.filter(({ kind }) => kind === "team").map(({ rank }) => rank)[0]).toBe(1);
    expect(board.controls.map(({ control }) => control)).toContain("shuffled");
    expect(board.entries[1]!.subjects).toHaveLength(8);
  });

  test("an upload in pieces goes on where it was, and becomes one submission however often it is finished", async () => {
    const bytes = bytesOf(bundle.predictions(0.28, "pieces"));
    const sha256 = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    const body = { name: "big.csv", bytes: bytes.length, sha256 };
    const { client } = alpha;
    const begun = await client.call("startUpload", { params, body });
    const piece = (offset: number, from: number, to: number) =>
      client.call("sendPiece", { params: { id: begun.id }, query: { offset }, bytes: bytes.slice(from, to) });
    expect((await piece(0, 0, 1000)).received).toBe(1000);
    await expect(piece(0, 0, 1000)).rejects.toMatchObject({ code: "LEADERBOARD_UPLOAD_OFFSET" });
    const found = await client.call("startUpload", { params, body });
    expect(found).toMatchObject({ id: begun.id, received: 1000 });
    const early = client.call("finishUpload", { params: { id: begun.id } });
    await expect(early).rejects.toMatchObject({ code: "LEADERBOARD_UPLOAD_UNFINISHED" });
    await piece(1000, 1000, bytes.length);
    const once = await client.call("finishUpload", { params: { id: begun.id } });
    const twice = await client.call("finishUpload", { params: { id: begun.id } });
    expect(twice.submission.id).toBe(once.submission.id);
    expect(await ended(client, once.submission.id)).toMatchObject({ status: "scored", sha256 });
    expect(await client.fetchBytes("downloadSubmission", { params: { id: once.submission.id } })).toEqual(
      bytes,
    );
  });

  test("whoever listens is told of what changes: teams of their own, everyone of the board", async () => {
    const heard = await listen(`${event.server.url}/api/events`, alpha.token);
    await sent(beta, 0.2, 99).catch(() => null); // over its limit
    await event.organizer.call("announce", { body: { text: "Lunch <b>at 12</b>" } });
    await sent(alpha, 0.35, 5);
    await eventually(
      "a board event",
      async () => heard.events.find(({ event: name }) => name === "board") ?? null,
    );
    expect(heard.events.map(({ event: name }) => name)).toContain("announcement");
    const submissions = heard.events.filter(({ event: name }) => name === "submission");
    expect(new Set(submissions.map(({ team }) => team))).toEqual(new Set([alpha.id]));
    heard.close();
    const { announcements } = await alpha.client.call("listAnnouncements", {});
    expect(announcements[0]!.text).toBe("Lunch <b>at 12</b>");
  });

  test("rejudging scores everything again beside the board, tells the difference, and is followed once it is applied", async () => {
    await onBoard("Alpha");
    const before = await event.organizer.call("getBoard", { params });
    const { number } = await event.organizer.call("rejudge", { params, body: { reason: "checking" } });
    expect(number).toBe(2);
    const again = event.organizer.call("rejudge", { params, body: { reason: "twice" } });
    await expect(again).rejects.toMatchObject({ code: "LEADERBOARD_JUDGING_RUNS" });
    const judging = { params: { challenge, number } };
    const diff = await eventually("rejudged", async () => {
      const found = await event.organizer.call("getJudging", judging);
      return found.judging.done === found.judging.total ? found : null;
    });
    expect(diff).toMatchObject({ changed: [], ranks: [] });
    expect(diff.same).toBeGreaterThan(20);
    await event.organizer.call("applyJudging", judging);
    await new Promise((resolve) => setTimeout(resolve, 350));
    const after = await event.organizer.call("getBoard", { params });
    expect(after.rejudged?.reason).toBe("checking");
    expect(after.entries).toEqual(before.entries);
  });

  test("a frozen board stands still while submissions go on being scored", async () => {
    await event.organizer.call("freeze", { params, body: { frozen: true, reason: "the last hour" } });
    now = new Date(now.getTime() + 60_000);
    const before = await onBoard("Alpha");
    await sent(alpha, 0.45, 6);
    expect(await onBoard("Alpha")).toEqual(before);
    const live = await event.organizer.call("getBoard", { params, query: { live: "1" } });
    expect(live.entries.find(({ name }) => name === "Alpha")!.score).toBeGreaterThan(before!.score!);
    const shown = await alpha.client.call("getBoard", { params, query: { live: "1" } });
    expect(shown.frozenAt).not.toBeNull();
    expect(shown.entries.find(({ name }) => name === "Alpha")!.score).toBe(before!.score);
  });

  test("finals are two of the team's own; the private board shows the better of them, after the reveal only", async () => {
    const { submissions } = await alpha.client.call("listSubmissions", { params });
    const [best, ...rest] = submissions;
    const betas = await beta.client.call("listSubmissions", { params });
    for (const wrong of [[betas.submissions[0]!.id], submissions.slice(0, 3).map(({ id }) => id)]) {
      const chosen = alpha.client.call("setFinals", { params, body: { submissions: wrong } });
      await expect(chosen).rejects.toMatchObject({ message: expect.any(String) });
    }
    const worst = rest.at(-1)!;
    await alpha.client.call("setFinals", { params, body: { submissions: [worst.id] } });
    const hidden = alpha.client.call("getBoard", { params, query: { board: "private" } });
    await expect(hidden).rejects.toMatchObject({ code: "LEADERBOARD_PRIVATE_BOARD" });
    const low = (await onBoard("Alpha", "private"))!;
    expect(low.final).toBe(true);
    await alpha.client.call("setFinals", { params, body: { submissions: [worst.id, best!.id] } });
    await event.organizer.call("freeze", { params, body: { frozen: true, reason: "again" } }); // boards look anew
    const high = (await onBoard("Alpha", "private"))!;
    expect(high.score).toBeGreaterThan(low.score!);

    const typo = event.organizer.call("reveal", { params, body: { confirm: "tiny" } });
    await expect(typo).rejects.toMatchObject({ code: "LEADERBOARD_CONFIRM" });
    await event.organizer.call("reveal", { params, body: { confirm: challenge } });
    const revealed = await alpha.client.call("getBoard", { params, query: { board: "private" } });
    expect(revealed.revealedAt).not.toBeNull();
    expect(revealed.entries.find(({ name }) => name === "Alpha")!.score).toBe(high.score);
    const report = await alpha.client.fetchBytes("getReport", { params: { id: best!.id, board: "private" } });
    expect(JSON.parse(new TextDecoder().decode(report))).toMatchObject({ board: "private" });
    const late = send(alpha, challenge, bundle.predictions(0.5, "late"));
    await expect(late).rejects.toMatchObject({ code: "LEADERBOARD_REVEALED" });
  });

  test("an export replays: receipts, ladder and boards follow from it, and a changed one is found out", async () => {
    const text = new TextDecoder().decode(await alpha.client.fetchBytes("exportEvent", { params }));
    const exported = parseEvent(text, "export.json");
    const replayed = await replay(exported);
    expect(replayed.differences).toEqual([]);
    expect(replayed.receipts).toBe(exported.head.number);
    const path = join(bundle.folder, "..", "alpha.csv");
    const digest = exported.results.find(({ board }) => board === "public")!;
    const first = exported.submissions.find(({ id }) => id === digest.submission)!;
    const rescored = await replay(exported, async (sha256, board) =>
      sha256 === first.sha256 ? scoredHere(path, board) : null,
    );
    expect(rescored).toMatchObject({ differences: [], rescored: 1 });

    const forged = structuredClone(exported);
    const victim = forged.results.find(({ board, moved }) => board === "public" && moved === true)!;
    const report = JSON.parse(victim.report) as { metrics: { sessions: { score: number }[] }[] };
    report.metrics[0]!.sessions[0]!.score = 1;
    victim.report = canonicalJson(report);
    expect(await reportDigest(report as unknown as Report)).not.toBe("");
    expect((await replay(forged)).differences.length).toBeGreaterThan(0);
    const shortened = structuredClone(exported);
    shortened.results.pop();
    expect((await replay(shortened)).differences.length).toBeGreaterThan(0);
  });

  test("the console shows queue, workers, disk and what was done; metrics count; a line of the log is kept of each act", async () => {
    const view = await event.organizer.call("getConsole", {});
    expect(view.queue).toMatchObject({ waiting: 0, queued: 0, running: 0, failed: 0, oldestSeconds: null });
    expect(view.workers.filter(({ alive }) => alive)).toHaveLength(1);
    expect(view.log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["freeze", "reveal", "rejudge", "baseline"]),
    );
    expect(view.disk === null).toBe(!view.database.embedded);
    const metrics = await (await fetch(`${event.server.url}/metrics`)).text();
    expect(metrics).toMatch(/braidyn_runs\{state="scored"\} \d{2}/);
    expect(metrics).toMatch(
      /braidyn_http_request_seconds_bucket\{.*route="\/api\/challenges\/:challenge\/board"/,
    );
  });
});

/** Reads server-sent events as they come. */
async function listen(url: string, token: string) {
  const abort = new AbortController();
  const events: { event: string; team?: string }[] = [];
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: abort.signal });
  void (async () => {
    let rest = "";
    for await (const chunk of response.body!) {
      const parts = (rest + Buffer.from(chunk).toString()).split("\n\n");
      rest = parts.pop()!;
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data !== undefined) events.push(JSON.parse(data) as { event: string });
      }
    }
  })().catch(() => {});
  return { events, close: () => abort.abort() };
}
