import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeEventBundle, type EventBundle } from "./support/event-bundle.ts";
import { ended, joinTeam, send, startEvent, type TestEvent } from "./support/event.ts";
import { kill, message, startScript } from "./support/processes.ts";

const challenge = "tiny-event";
let bundle: EventBundle;
let event: TestEvent;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  bundle = await makeEventBundle();
  // workers are the test's own
  event = await startEvent({ bundles: [bundle.folder], workers: 0 });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map(kill));
});
afterAll(async () => {
  await event.stop();
  await rm(join(bundle.folder, ".."), { recursive: true, force: true });
});

async function startWorker(milliseconds: number, fate = "lives"): Promise<ChildProcess> {
  const worker = startScript("slow-worker.ts", [event.server.databaseUrl, String(milliseconds), fate]);
  workers.push(worker);
  await message(worker, (said) => said === "ready");
  return worker;
}

/** Rows that the database must never have two of. */
async function counts(): Promise<{
  submissions: number;
  runs: number;
  scored: number;
  results: number;
  receipts: number;
}> {
  const { db } = event.server.platform;
  const count = async (table: "submissions" | "runs" | "results" | "receipts") =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n;
  const scored = await db
    .selectFrom("runs")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("state", "=", "scored")
    .executeTakeFirstOrThrow();
  const [submissions, runs, results, receipts] = await Promise.all(
    (["submissions", "runs", "results", "receipts"] as const).map(count),
  );
  return { submissions: submissions!, runs: runs!, scored: scored.n, results: results!, receipts: receipts! };
}

test("three workers, two of them killed in mid-job and the database restarted: nothing is lost, scored twice or stuck", async () => {
  const teams = await Promise.all([1, 2, 3, 4].map((n) => joinTeam(event, `Team ${n}`)));
  const three = await Promise.all([startWorker(900), startWorker(900), startWorker(900)]);
  const atWork = three.slice(0, 2).map((worker) => message(worker, (said) => said === "at work"));
  const accepted = await Promise.all(
    teams.flatMap((team) =>
      [1, 2, 3].map(async (seed) => {
        const { submission } = await send(team, challenge, bundle.predictions(0.3, `${team.name} ${seed}`));
        return { team, id: submission.id };
      }),
    ),
  );
  await Promise.all(atWork);
  await Promise.all(three.slice(0, 2).map(kill)); // both have a job at hand
  process.kill(event.server.cluster!.pid()!, "SIGKILL");
  const states = await Promise.all(accepted.map(({ team, id }) => ended(team.client, id, 60)));
  expect(states.map(({ status }) => status)).toEqual(Array(12).fill("scored"));
  const { db } = event.server.platform;
  const runs = await db.selectFrom("runs").select("attempts").execute();
  expect(runs.filter(({ attempts }) => attempts > 1).length).toBeGreaterThanOrEqual(2);
  // a validation, a public and a private report each, and a receipt of each
  expect(await counts()).toEqual({ submissions: 12, runs: 12, scored: 12, results: 36, receipts: 36 });
});

test("what the platform fails to score is told as its fault, does not count, and can be tried again", async () => {
  const team = await joinTeam(event, "Unlucky");
  const broken = await startWorker(0, "throws");
  const { submission } = await send(team, challenge, bundle.predictions(0.3, "unlucky"));
  const next = await send(team, challenge, bundle.predictions(0.3, "unlucky too"));
  expect(next.submission.status).toBe("waiting");
  const failed = await ended(team.client, submission.id);
  expect(failed).toMatchObject({
    status: "failed",
    counts: false,
    problem: { code: "LEADERBOARD_PLATFORM" },
  });
  await ended(team.client, next.submission.id); // the lane goes on
  const { quota } = await team.client.call("listSubmissions", { params: { challenge } });
  expect(quota).toMatchObject({ day: { used: 0 }, total: { used: 0 } });
  const view = await event.organizer.call("getConsole", {});
  expect(view.failures.map(({ team: name }) => name)).toContain("Unlucky");

  await kill(broken);
  await startWorker(0);
  // the organizer retries one, the team sends the other again
  await event.organizer.call("retrySubmission", { params: { id: submission.id } });
  expect(await ended(team.client, submission.id)).toMatchObject({ status: "scored", counts: true });
  const again = await send(team, challenge, bundle.predictions(0.3, "unlucky too"));
  expect(again).toMatchObject({ cached: false, submission: { id: next.submission.id } });
  expect(await ended(team.client, next.submission.id)).toMatchObject({ status: "scored", counts: true });
});

test("a worker that is told to stop ends its job first", async () => {
  const team = await joinTeam(event, "Graceful");
  const worker = await startWorker(1000);
  const begun = message(worker, (said) => said === "at work");
  const { submission } = await send(team, challenge, bundle.predictions(0.3, "graceful"));
  await begun;
  const view = await event.organizer.call("getConsole", {});
  expect(view.workers.map(({ running }) => running)).toContain(submission.id);
  const gone = new Promise<number | null>((resolve) => worker.once("exit", resolve));
  worker.send("stop");
  expect(await gone).toBe(0);
  const { status } = await team.client.call("getSubmission", { params: { id: submission.id } });
  expect(status).toBe("scored");
});
