import { createClient } from "@braidyn/leaderboard/client";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeEventBundle, type EventBundle } from "../../leaderboard/server/test/support/event-bundle.ts";
import { killDuringStream } from "../../leaderboard/server/test/support/kill-stream.ts";
import { kill, message, startScript } from "../../leaderboard/server/test/support/processes.ts";
import { call, quantile } from "../leaderboard/http.ts";
import { memoryOf } from "../leaderboard/memory.ts";

const teams = 40;
const submissionsATeam = 25;
const readers = 500;
/** A reader looks so often, as a page does that is told of changes. */
const readMilliseconds = 2000;
const kills = 20;

interface Started {
  readonly url: string;
  readonly organizerToken: string;
  readonly databasePid: number;
  readonly databaseUrl: string;
}

/**
 * 40 teams send 1,000 submissions as fast as they can while 500 people look at the board: how long an upload takes until
 * it is acknowledged (and on the disk), how long a look, how much memory all processes have, whether all are scored. Then a
 * server and its database are killed 20 times during a stream of submissions. All on this machine, the senders too.
 */
export async function run(): Promise<void> {
  const bundle = await makeEventBundle();
  const folder = await mkdtemp(join(tmpdir(), "braidyn-bench-"));
  try {
    await measureBurst(bundle, join(folder, "burst"));
    const killed = await killDuringStream(bundle, join(folder, "killed"), kills);
    const { acknowledged, lost, unscored, twice } = killed;
    console.log(
      `killed ${kills} times with its database: ${acknowledged} acknowledged, ${lost.length} lost, ` +
        `${unscored.length} not scored, ${twice} scored twice`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(join(bundle.folder, ".."), { recursive: true, force: true });
  }
}

async function measureBurst(bundle: EventBundle, folder: string): Promise<void> {
  const begun = performance.now();
  const child = startScript("server-process.ts", [folder, bundle.folder, "0"]);
  const server = await message<Started>(child, (said) => typeof said === "object");
  console.log(
    `ready after ${((performance.now() - begun) / 1000).toFixed(1)} s on an empty folder, a bundle included`,
  );
  try {
    const tokens = await joinTeams(server);
    const memory: number[] = [];
    const watch = setInterval(() => memory.push(memoryOf([child.pid!, server.databasePid])), 1000);
    let sending = true;
    const reading = readBoard(server, () => sending);
    const start = performance.now();
    const uploads = (
      await Promise.all(tokens.map((token, team) => sendAll(server, bundle, token, team)))
    ).flat();
    const sent = performance.now();
    const scored = await untilScored(server);
    const done = performance.now();
    sending = false;
    const looks = await reading;
    clearInterval(watch);
    const p = (values: number[], share: number) => `${quantile(values, share).toFixed(0)} ms`;
    console.log(
      `${uploads.length} submissions of ${teams} teams acknowledged in ${seconds(start, sent)}, all scored after ${seconds(start, done)}: ${scored}`,
    );
    console.log(
      `  upload until acknowledged: median ${p(uploads, 0.5)}, p95 ${p(uploads, 0.95)}, most ${p(uploads, 1)}`,
    );
    console.log(
      `  ${looks.length} looks at the board of ${readers} readers: median ${p(looks, 0.5)}, p95 ${p(looks, 0.95)}, most ${p(looks, 1)}`,
    );
    console.log(`  memory of server, worker and database: ${Math.max(...memory).toFixed(0)} MB at most`);
  } finally {
    process.kill(server.databasePid, "SIGINT");
    await kill(child);
  }
}

const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;

async function joinTeams({ url, organizerToken }: Started): Promise<string[]> {
  const organizer = createClient({ url, token: organizerToken });
  const { link } = await organizer.call("createInvitation", { body: { uses: teams } });
  const code = new URL(link).hash.slice(1);
  const tokens: string[] = [];
  for (let n = 1; n <= teams; n++) {
    const { token } = await createClient({ url }).call("join", { body: { code, name: `Team ${n}` } });
    tokens.push(token.token);
  }
  return tokens;
}

async function sendAll(
  { url }: Started,
  bundle: EventBundle,
  token: string,
  team: number,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const files = Array.from({ length: submissionsATeam }, (_, n) =>
    new TextEncoder().encode(bundle.predictions(0.2 + n / 100, `${team} ${n}`)),
  );
  const times: number[] = [];
  for (const body of files) {
    const address = `${url}/api/challenges/${bundle.bundle.definition.id}/submissions`;
    const answer = await call(address, { method: "POST", token, body, agent });
    if (answer.status !== 202) throw new Error(`${answer.status}: ${answer.body}`);
    times.push(answer.ms);
  }
  agent.destroy();
  return times;
}

async function readBoard({ url }: Started, going: () => boolean): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const looks: number[] = [];
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.all(
    Array.from({ length: readers }, async (_, n) => {
      await pause((n / readers) * readMilliseconds);
      while (going()) {
        const { status, ms } = await call(`${url}/api/challenges/tiny-event/board`, { agent });
        if (status !== 200) throw new Error(`board: ${status}`);
        looks.push(ms);
        await pause(readMilliseconds);
      }
    }),
  );
  agent.destroy();
  return looks;
}

/** @returns how many are scored. */
async function untilScored({ url, organizerToken }: Started): Promise<number> {
  const organizer = createClient({ url, token: organizerToken });
  for (;;) {
    const { queue } = await organizer.call("getConsole", {});
    if (queue.waiting + queue.queued + queue.running === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const metrics = new TextDecoder().decode(await organizer.fetchBytes("getMetrics", {}));
  return Number(/^braidyn_runs\{state="scored"\} (\d+)/m.exec(metrics)?.[1]);
}
