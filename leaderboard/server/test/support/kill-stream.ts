import { createClient } from "@braidyn/leaderboard/client";
import type { EventBundle } from "./event-bundle.ts";
import { bytesOf, pause } from "./event.ts";
import { kill, message, startScript } from "./processes.ts";

interface Started {
  readonly url: string;
  readonly organizerToken: string;
  readonly databasePid: number;
}

export interface KillResult {
  /** Submissions that the server said it had taken. */
  readonly acknowledged: number;
  /** Of them, those that are not there afterwards. */
  readonly lost: readonly string[];
  /** Of those that are there, those that do not end scored. */
  readonly unscored: readonly string[];
  /** Results beyond one of each board. */
  readonly twice: number;
}

/**
 * Kills a server and its database (SIGKILL, both at once) again and again while teams send submissions, and looks
 * afterwards whether everything that was acknowledged is there, scored once.
 */
export async function killDuringStream(
  bundle: EventBundle,
  folder: string,
  times: number,
): Promise<KillResult> {
  const challenge = bundle.bundle.definition.id;
  const acknowledged = new Map<string, string>();
  let server = await start(folder, bundle.folder, 0);
  const port = new URL(server.url).port;
  const organizer = () => createClient({ url: server.url, token: server.organizerToken });
  const tokens: string[] = [];
  for (const name of ["One", "Two", "Three"]) {
    const { link } = await organizer().call("createInvitation", { body: {} });
    const { token } = await createClient({ url: server.url }).call("join", {
      body: { code: new URL(link).hash.slice(1), name },
    });
    tokens.push(token.token);
  }
  let sending = true;
  const streams = tokens.map(async (token, team) => {
    for (let n = 0; sending; n++) {
      const bytes = bytesOf(bundle.predictions(0.3, `${team} ${n}`));
      const client = createClient({ url: server.url, token });
      try {
        const { submission } = await client.call("submit", { params: { challenge }, bytes });
        acknowledged.set(submission.id, token);
      } catch {
        await pause(50); // killed, or starting: was not acknowledged
      }
    }
  });
  for (let time = 0; time < times; time++) {
    const before = acknowledged.size;
    while (acknowledged.size < before + 3) await pause(20);
    process.kill(server.databasePid, "SIGKILL");
    await kill(server.child);
    server = await start(folder, bundle.folder, Number(port));
  }
  sending = false;
  await Promise.all(streams);
  const result = await inspect(server, challenge, acknowledged);
  const ended = new Promise<void>((resolve) => server.child.once("exit", () => resolve()));
  server.child.disconnect();
  process.kill(server.databasePid, "SIGINT");
  server.child.kill("SIGKILL");
  await ended;
  return result;
}

async function start(folder: string, bundle: string, port: number) {
  const child = startScript("server-process.ts", [folder, bundle, String(port)]);
  const started = await message<Started>(child, (said) => typeof said === "object");
  return { ...started, child };
}

async function inspect(
  { url, organizerToken }: Started,
  challenge: string,
  acknowledged: ReadonlyMap<string, string>,
): Promise<KillResult> {
  const client = createClient({ url, token: organizerToken });
  const all = async () => {
    const found = new Map<string, { status: string; results: number }>();
    for (let after: string | undefined; ;) {
      const { submissions } = await client.call("listSubmissions", {
        params: { challenge },
        query: { limit: 500, after },
      });
      for (const { id, status, results } of submissions) found.set(id, { status, results: results.length });
      after = submissions.at(-1)?.id;
      if (submissions.length < 500) return found;
    }
  };
  let found = await all();
  const open = () =>
    [...found.values()].filter(({ status }) => !["scored", "refused", "failed"].includes(status));
  for (let waited = 0; open().length > 0 && waited < 300; waited++) {
    await pause(200);
    found = await all();
  }
  const ids = [...acknowledged.keys()];
  return {
    acknowledged: ids.length,
    lost: ids.filter((id) => !found.has(id)),
    unscored: [...found].filter(([, { status }]) => status !== "scored").map(([id]) => id),
    twice: [...found.values()].filter(({ results }) => results !== 3).length,
  };
}
