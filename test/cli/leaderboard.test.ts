import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@braidyn/leaderboard/client";
import { findIsolation } from "@braidyn/runner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { braidyn, launcher } from "./command.ts";

const root = join(import.meta.dirname, "..", "..");
const isolated = await findIsolation();
const needsIsolation = isolated.on === null ? ` (needs bubblewrap: ${isolated.refusal.message})` : "";
let folder = "";
let server: ChildProcess;
let ready: { url: string; organizerToken: string };
let env: Record<string, string> = {};

/** Starts the real command and waits for the JSON that it prints. */
function startServer(args: readonly string[]): Promise<typeof ready> {
  server = spawn(
    process.execPath,
    [launcher, "serve", ...args, "--port", "0", "--json", "--log-level", "silent"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    },
  );
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.endsWith("}\n")) resolve(JSON.parse(said) as typeof ready);
    });
    server.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}

function stopServer(): Promise<number | null> {
  return new Promise((resolve) => {
    server.removeAllListeners("exit");
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "braidyn-serve-test-"));
  env = { XDG_CONFIG_HOME: join(folder, "settings") };
  const demo = await braidyn(["demo", "-o", join(folder, "demo"), "--mice", "12", "--minutes", "4"]);
  expect(demo.code).toBe(0);
  ready = await startServer([
    join(folder, "event"),
    "--bundle",
    join(folder, "demo", "bundle"),
    "--no-baselines",
  ]);
});
afterAll(async () => {
  if (server.exitCode === null) await stopServer();
  await rm(folder, { recursive: true, force: true });
});

test("serve, join, submit, board: a team's first score, the same as `braidyn score` gives", async () => {
  const organizer = createClient({ url: ready.url, token: ready.organizerToken });
  const { link } = await organizer.call("createInvitation", { body: {} });
  const joined = await braidyn(["join", link, "--team", "Cortex Club"], { env });
  expect(joined.stdout).toContain("Cortex Club");
  expect(joined.stdout).not.toContain("braidyn_team_");

  const file = join(folder, "demo", "predictions", "linear.csv");
  const submitted = await braidyn(["submit", file, "--server", ready.url, "--json"], { env });
  expect(submitted.code).toBe(0);
  const { submission, reports } = JSON.parse(submitted.stdout) as {
    submission: { status: string };
    reports: { board: string }[];
  };
  expect(submission.status).toBe("scored");
  const scored = await braidyn([
    "score",
    file,
    "--bundle",
    join(folder, "demo", "bundle"),
    "--board",
    "public",
    "--json",
  ]);
  expect(JSON.stringify(reports.find(({ board }) => board === "public"))).toBe(scored.stdout.trim());

  const board = await braidyn(["board", "--server", ready.url]);
  expect(board.stdout).toMatch(/^ *1 +Cortex Club +\d\.\d{4} +\[/m);
  const page = join(folder, "board.html");
  const exported = ["board", "--server", ready.url, "--html", page, "--lang", "ja"];
  expect((await braidyn(exported)).stderr).toContain("board.html に書き出しました");
  expect(await readFile(page, "utf8")).toMatch(/<html lang="ja">[^]*Cortex Club/);
  expect((await braidyn(exported)).stderr).toContain("COMMAND_FILE_EXISTS");

  const again = await braidyn(["submit", file, "--server", ready.url], { env });
  expect(again.stderr).toContain("sent these very bytes before");
  expect(again.stdout).toMatch(/The public board moved to \d\.\d{4}\./);
});

test.skipIf(isolated.on === null)(
  `code is run by the server, verified, and its report is the one of \`braidyn score\`, to the byte${needsIsolation}`,
  async () => {
    const entry = join(root, "packages", "runner", "examples", "typescript");
    const organizer = createClient({ url: ready.url, token: ready.organizerToken });
    const { link } = await organizer.call("createInvitation", { body: {} });
    // a team of its own: what does not move the board shows no report
    const env = { XDG_CONFIG_HOME: join(folder, "coders") };
    expect((await braidyn(["join", link, "--team", "Coders"], { env })).code).toBe(0);
    const sent = await braidyn(["submit", entry, "--server", ready.url, "--json"], { env });
    expect(sent.code, sent.stderr).toBe(0);
    const { submission, reports } = JSON.parse(sent.stdout) as {
      submission: { kind: string; log: string };
      reports: { board: string; verified: boolean }[];
    };
    expect(submission.kind).toBe("code");
    const onBoard = reports.find(({ board }) => board === "public");
    expect(onBoard?.verified).toBe(true);
    const bundle = join(folder, "demo", "bundle");
    const scored = await braidyn(["score", entry, "--bundle", bundle, "--board", "public", "--json"]);
    expect(JSON.stringify(onBoard)).toBe(scored.stdout.trim());

    const again = await braidyn(["submit", entry, "--server", ready.url], { env });
    expect(again.stderr).toContain("sent these very bytes before");
    const board = await braidyn(["board", "--server", ready.url]);
    expect(board.stdout).toMatch(/verified/);
  },
);

test.skipIf(isolated.on === null)(
  `what fails in a team's code is told by its code and line, and nothing that it printed${needsIsolation}`,
  async () => {
    const entry = join(folder, "broken");
    await mkdir(entry);
    await writeFile(join(entry, "submission.yaml"), "runtime: node\npredict: predict.mjs\n");
    await writeFile(
      join(entry, "predict.mjs"),
      'console.error("secret words");\nthrow new TypeError("secret words");\n',
    );
    const { code, stderr } = await braidyn(["submit", entry, "--server", ready.url], { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/braidyn: RUN_/);
    expect(stderr).toContain("predict.mjs:2");
    expect(stderr).not.toContain("secret words");
  },
);

test("a submission that is refused ends with an error that says what to do", async () => {
  const file = join(folder, "wrong.csv");
  await writeFile(file, "row_id,lever\nnobody,1\n");
  const { code, stderr } = await braidyn(["submit", file, "--server", ready.url, "--lang", "ja"], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/braidyn: SUBMISSION_/);
  expect(stderr).toMatch(/[ぁ-ん]/);
});

test("without a token, a server or a known team the command says so", async () => {
  const file = join(folder, "wrong.csv");
  const nobody = await braidyn(["submit", file, "--server", ready.url], { env: { XDG_CONFIG_HOME: folder } });
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining("LEADERBOARD_TOKEN_MISSING")]);
  const nowhere = await braidyn(["board", "--server", "http://127.0.0.1:1"]);
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining("LEADERBOARD_SERVER")]);
  const unsaid = await braidyn(["submit", file]);
  expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringContaining("--server")]);
});

test("an exported event is replayed without the server; the server ends well and starts again where it was", async () => {
  const organizer = createClient({ url: ready.url, token: ready.organizerToken });
  const path = join(folder, "export.json");
  await writeFile(path, await organizer.fetchBytes("exportEvent", { params: { challenge: "lever-pull" } }));
  expect(await stopServer()).toBe(0);
  const bundle = join(folder, "demo", "bundle");
  const replayed = await braidyn([
    "replay",
    path,
    "--bundle",
    bundle,
    "--submissions",
    join(folder, "demo", "predictions"),
  ]);
  expect([replayed.code, replayed.stdout]).toEqual([
    0,
    expect.stringContaining("1 submissions were scored again"),
  ]);
  await writeFile(path, (await readFile(path, "utf8")).replace(/"moved":true/, '"moved":false'));
  expect((await braidyn(["replay", path])).stderr).toContain("LEADERBOARD_REPLAY");

  ready = { ...(await startServer([join(folder, "event")])), organizerToken: ready.organizerToken };
  const board = await braidyn(["board", "--server", ready.url, "--json"]);
  const { entries } = JSON.parse(board.stdout) as { entries: { name: string; rank: number }[] };
  expect(entries.map(({ name }) => name).sort()).toEqual([
    ...(isolated.on === null ? [] : ["Coders"]),
    "Cortex Club",
  ]);
  expect(entries[0]?.rank).toBe(1);
  const busy = await braidyn(["serve", join(folder, "event"), "--port", "0"]);
  expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining("LEADERBOARD_FOLDER_IN_USE")]);
});
