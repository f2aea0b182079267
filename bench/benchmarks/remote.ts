/**
 * dF/F, its clock, trials and regions out of a session of 2.8 GB behind a server that takes 50 ms to answer: ours,
 * opened for the first time and again with its metadata pack, beside remfile and h5py. Fresh processes, in turn.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { simulateCohort } from "@braidyn/simulator";
import { startDandiServer, type DandiServer } from "../../test/dandi-server/server.ts";
import { findPython } from "../../test/python.ts";
import type { BenchOptions } from "../main.ts";
import { median } from "../measure.ts";

const here = join(import.meta.dirname, "..");
const latencyMs = 50;

/** What one run cost. */
interface Cost {
  readonly values: number;
  /** From opening the file to having its data, the libraries loaded. */
  readonly readMs: number;
  readonly requests: number;
  readonly bytes: number;
}

interface RemoteContender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

async function longSession(): Promise<string> {
  const folder = join(here, "../.work/bench/remote");
  if (existsSync(folder)) return folder;
  console.error("writing a session of 2.8 GB once, into .work/bench ...");
  const draft = `${folder}-draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await simulateCohort({
    mice: 1,
    days: 1,
    minutes: 30,
    seed: 1,
    layout: "full",
    outDir: draft,
    names: "dandi",
  });
  renameSync(draft, folder);
  return folder;
}

export async function run({ rounds }: BenchOptions): Promise<void> {
  const server = await startDandiServer(await longSession(), { behaviour: { latencyMs } });
  const cache = mkdtempSync(join(here, "../.work/bench/cache-"));
  try {
    const tables = [
      ["dff", "dF/F + its clock + trials + regions"],
      ["slice", "2 s of the raw lever signal"],
    ] as const;
    for (const [what, title] of tables) {
      const measured = await measureRemote(server, contenders(what, server, cache), rounds);
      console.log(`\n${title}, from a server at ${latencyMs} ms\n${table(measured)}`);
    }
  } finally {
    rmSync(cache, { recursive: true });
    await server.close();
  }
  if (findPython("h5py", "remfile") === null)
    console.log("\nPython with h5py and remfile was not found: set BRAIDYN_PYTHON to compare with them.");
}

function contenders(what: string, server: DandiServer, cache: string): RemoteContender[] {
  const [asset] = server.assets;
  if (asset === undefined) throw new Error("no session to read");
  const url = server.downloadUrl(asset);
  const node = (name: string, folder: string): RemoteContender => ({
    name,
    command: [process.execPath, join(here, "readers/ours-remote.js"), what, url, server.apiUrl, folder],
  });
  const python = findPython("h5py", "remfile");
  const remfile: RemoteContender[] =
    python === null
      ? []
      : [{ name: "remfile", command: [python, join(here, "readers/with_remfile.py"), what, url] }];
  return [node("ours", ""), node("with pack", cache), ...remfile];
}

/** Medians over the rounds. One round before the first is not counted: it makes the pack and fills the file cache. */
async function measureRemote(
  server: DandiServer,
  contenders: readonly RemoteContender[],
  rounds: number,
): Promise<(Cost & { readonly name: string })[]> {
  const runs = contenders.map((): Cost[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      const cost = await runOnce(server, contender);
      if (round > 0) runs[i]?.push(cost);
    }
  }
  const of = (costs: readonly Cost[] | undefined, key: keyof Cost) =>
    median(costs?.map((cost) => cost[key]) ?? []);
  const measured = contenders.map(({ name }, i) => ({
    name,
    values: of(runs[i], "values"),
    readMs: of(runs[i], "readMs"),
    requests: of(runs[i], "requests"),
    bytes: of(runs[i], "bytes"),
  }));
  if (new Set(measured.map(({ values }) => values)).size > 1) throw new Error("not the same values");
  return measured;
}

/** Not waiting in the way of the server, which runs in this process. */
async function runOnce(
  server: DandiServer,
  { name, command: [program, ...args] }: RemoteContender,
): Promise<Cost> {
  server.requests.length = 0;
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`${name} ended with status ${status}`);
  const { values, readMs } = JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as Cost;
  const bytes = server.requests.reduce((sum, request) => sum + request.bytes, 0);
  return { values, readMs, requests: server.requests.length, bytes };
}

function table(measured: readonly (Cost & { readonly name: string })[]): string {
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(10) : cell.padStart(12))).join("");
  const others = measured.at(-1);
  return [
    row(["", "requests", "MB", "seconds", `/ ${others?.name}`, "values"]),
    ...measured.map(({ name, requests, bytes, readMs, values }) =>
      row([
        name,
        String(requests),
        (bytes / 1e6).toFixed(2),
        (readMs / 1000).toFixed(2),
        (readMs / (others?.readMs ?? NaN)).toFixed(3),
        String(values),
      ]),
    ),
  ].join("\n");
}
