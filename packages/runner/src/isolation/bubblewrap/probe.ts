import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync, existsSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Isolation, Limits, RunRequest, RunResult } from "../isolation.ts";
import { outputOf } from "../output-of.ts";
import { makeStaging } from "../workspace/staging.ts";
import { bubblewrap } from "./bubblewrap.ts";
import { controlsAll, type Hierarchy } from "./cgroup/hierarchies.ts";
import { findMachine } from "./machine.ts";
import { probeProgram } from "./probe-program.ts";

/** What was found when the isolation was tried. */
export interface Probe {
  readonly isolation: Isolation;
  /** bubblewrap's version, as it says. */
  readonly version: string;
  /** What holds memory and processes to their limits: cgroups a run as a whole, rlimits each process by itself. */
  readonly limitedBy: "cgroup v2" | "cgroup v1" | "rlimits";
}

/**
 * Tries the isolation with programs that attack it, in about half a second.
 *
 * @param python the command that programs of Python are run with
 * @throws BraidynError ISOLATION_PLATFORM, ISOLATION_TOOLS, ISOLATION_START, ISOLATION_LEAK, RUNTIME_MISSING
 */
export async function probe(python: string): Promise<Probe> {
  const machine = findMachine(python);
  const isolation = bubblewrap(machine);
  const version = (await outputOf(machine.tools.bwrap, ["--version"]))?.trim().split(" ").at(-1) ?? "?";
  const leaks = await tryAttacks(isolation, controlsAll(machine.hierarchies)).catch(refuse);
  if (leaks.length > 0) throw new BraidynError("ISOLATION_LEAK", { attacks: leaks.join(", ") });
  return { isolation, version, limitedBy: limitedBy(machine.hierarchies) };
}

/** Whatever goes wrong here would go wrong with every run. */
function refuse(error: unknown): never {
  if (isBraidynError(error)) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new BraidynError("ISOLATION_START", { reason, setting: namespaceSetting() }, { cause: error });
}

function limitedBy(hierarchies: readonly Hierarchy[]): Probe["limitedBy"] {
  if (!controlsAll(hierarchies)) return "rlimits";
  const versions = hierarchies.filter(({ controllers }) => controllers.includes("memory"));
  return versions.some(({ version }) => version === 2) ? "cgroup v2" : "cgroup v1";
}

const limits: Limits = {
  ...{ wallSeconds: 10, cpuSeconds: 10, memoryBytes: 2 ** 29, processes: 32, openFiles: 64 },
  ...{ fileBytes: 2 ** 20, scratchBytes: 2 ** 20, streamBytes: 2 ** 16 },
};

/** More processes than {@link limits} allow. */
const many = 40;

/** Names of the attacks that worked. */
async function tryAttacks(isolation: Isolation, together: boolean): Promise<string[]> {
  const staging = makeStaging();
  const outside = mkdtempSync(join(tmpdir(), "braidyn-probe-"));
  const server = await listen();
  try {
    // open to everyone, so that only the isolation can keep it from the program
    chmodSync(outside, 0o755);
    const secret = join(outside, "secret");
    writeFileSync(secret, "");
    writeFileSync(join(staging.path, "probe.mjs"), probeProgram);
    writeFileSync(join(staging.path, "output"), "");
    const { port } = server.address() as AddressInfo;
    const run = (
      mode: string,
      facts: object,
      changed: Partial<Limits> = {},
      more: Partial<RunRequest> = {},
    ) =>
      isolation.run({
        runtime: "node",
        args: ({ entry, output }) => {
          const given = { ...facts, secret, port, harness: process.pid, input: `${entry}/probe.mjs`, output };
          return [`${entry}/probe.mjs`, mode, JSON.stringify(given)];
        },
        places: [{ name: "entry", path: staging.path }],
        outputs: [{ name: "output", path: join(staging.path, "output") }],
        limits: { ...limits, ...changed },
        ...more,
      });
    const heard = new AbortController();
    const [attacks, memory, processes] = await Promise.all([
      run("attacks", {}),
      run("memory", { bytes: 2 ** 29 }, { memoryBytes: 2 ** 27 }),
      run("processes", { many }, {}, { signal: heard.signal, converse: firstWord(() => heard.abort()) }),
    ]);
    return [...openings(attacks), ...(together ? unlimited(memory, processes) : [])];
  } finally {
    server.close();
    rmSync(outside, { recursive: true, force: true });
    await staging.close();
  }
}

function openings({ end, stdout, stderr }: RunResult): string[] {
  if (end !== "done") {
    const [reason = ""] = new TextDecoder().decode(stderr).trim().split("\n");
    throw new BraidynError("ISOLATION_START", { reason: reason || end, setting: namespaceSetting() });
  }
  return (JSON.parse(new TextDecoder().decode(stdout)) as { worked: string[] }).worked;
}

function unlimited(memory: RunResult, processes: RunResult): string[] {
  const started = Number(new TextDecoder().decode(processes.stdout));
  const held = processes.end === "aborted" && started > 0 && started < many;
  return [
    ...(memory.end === "memory" ? [] : [`using more memory than allowed (${memory.end})`]),
    ...(held ? [] : [`more processes than allowed (${processes.end})`]),
  ];
}

/** A conversation that calls back when the program says anything, and listens on. */
function firstWord(callback: () => void): RunRequest["converse"] {
  return async ({ stdout }) => {
    for await (const _chunk of stdout) callback();
  };
}

/** Which of the kernel's settings keeps ordinary users from making namespaces, with its value. */
function namespaceSetting(): string {
  const settings = [
    ["/proc/sys/user/max_user_namespaces", "0"],
    ["/proc/sys/kernel/unprivileged_userns_clone", "0"],
    ["/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1"],
  ] as const;
  const found = settings.find(([path, bad]) => existsSync(path) && readFileSync(path, "utf8").trim() === bad);
  const [path, value] = found ?? ["/proc/sys/user/max_user_namespaces", "1"];
  return found === undefined ? name(path) : `${name(path)} (${value})`;
}

function name(path: string): string {
  return path.slice("/proc/sys/".length).replaceAll("/", ".");
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
