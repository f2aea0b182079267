import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Isolation, RunRequest, RunResult } from "../isolation.ts";
import { supervise, type Cause } from "../supervise.ts";
import { deliver, makeOutput, sizeOf } from "../workspace/output.ts";
import { stage } from "../workspace/stage.ts";
import { workspace } from "../workspace/workspace.ts";
import { countedProcesses, descriptors, type Bind } from "./arguments.ts";
import { makeGroup, type Group } from "./cgroup/group.ts";
import type { Machine } from "./machine.ts";
import { pipe, start, type Staged } from "./start.ts";
import { readStatus, type Status } from "./status.ts";
import { endingOf, tooLarge, verdict } from "./verdict.ts";

/** Runs every program in namespaces of its own, with what it needs of the file system and nothing else. */
export function bubblewrap(machine: Machine): Isolation {
  return { name: "bubblewrap", isolated: true, run: (request) => run(machine, request) };
}

/** Names at the root that are the interpreter's, or would be a path. */
const taken = /^(?:bin|sbin|lib\w*|usr|opt|root|home|etc|proc|dev|sys|tmp|var|run|mnt|o\d+|r\d+)$/;

function checkNames({ places, outputs }: RunRequest): void {
  const names = [...places, ...outputs].map(({ name }) => name);
  const wrong = names.find(
    (name, i) => !/^[a-z][\w.-]*$/i.test(name) || taken.test(name) || names.indexOf(name) !== i,
  );
  if (wrong !== undefined) throw new TypeError(`a place or output cannot be called ${JSON.stringify(wrong)}`);
}

async function run(machine: Machine, request: RunRequest): Promise<RunResult> {
  checkNames(request);
  const files = await machine.filesOf(request.runtime);
  const folder = workspace().makeFolder();
  try {
    const places = await Promise.all(
      request.places.map(async ({ name, path }): Promise<Bind> => {
        const source = await stage(path, join(folder, name));
        return { source, target: `/${name}` };
      }),
    );
    const outputs = request.outputs.map(({ name }, i): Bind => {
      const source = join(folder, `o${i}`);
      makeOutput(source);
      return { source, target: `/${name}` };
    });
    return await runStaged(machine, request, { folder, files, places, outputs });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runStaged(machine: Machine, request: RunRequest, staged: Staged): Promise<RunResult> {
  const { limits } = request;
  const { outputs } = staged;
  const group = groupFor(machine, request);
  try {
    const child = start(machine, request, staged, group);
    const status = readStatus(pipe(child, descriptors.status) as Readable);
    const observed = await supervise(child, request, {
      kill: () => killRun(child, status, group),
      check: () => overCpu(group, limits.cpuSeconds),
    });
    const usage = group?.usage() ?? noUsage;
    const empty = (await group?.remove()) ?? true;
    const sizes = await Promise.all(outputs.map(({ source }) => sizeOf(source)));
    const ending = endingOf(status.exitCode());
    const end = verdict({ observed, ending, usage, limits, sizes });
    // what was ended from outside has nothing to deliver, and may for a moment go on writing
    if (observed.cause === null && empty && !tooLarge(sizes, limits)) await deliverAll(outputs, request);
    if (observed.failure !== null && (end === "done" || observed.cause === "conversation")) {
      throw observed.failure.error;
    }
    const { wallSeconds, stdout, stderr } = observed;
    const { cpuSeconds, peakMemoryBytes } = usage;
    return { end, ...ending, wallSeconds, cpuSeconds, peakMemoryBytes, stdout, stderr };
  } finally {
    await group?.remove();
  }
}

async function deliverAll(outputs: readonly Bind[], request: RunRequest): Promise<void> {
  const targets = request.outputs.map(({ path }) => path);
  await Promise.all(outputs.map(({ source }, i) => deliver(source, targets[i] as string)));
}

const noUsage = { cpuSeconds: null, peakMemoryBytes: null, memoryKills: 0, processRefused: false };
let groupCount = 0;

function groupFor({ hierarchies }: Machine, { limits }: RunRequest): Group | null {
  if (hierarchies.length === 0) return null;
  const name = `${workspace().groupPrefix}${groupCount++}`;
  return makeGroup(name, hierarchies, {
    memoryBytes: limits.memoryBytes,
    processes: countedProcesses(limits),
  });
}

/**
 * Ends process 1 of the run: the kernel ends all others with it, and bubblewrap's own process outside ends when they have.
 * Killing that one first would leave the rest running for a moment.
 */
function killRun(child: ChildProcess, status: Status, group: Group | null): void {
  const running = child.exitCode === null && child.signalCode === null;
  if (!running) return;
  group?.kill();
  status.onChild(() => killOne(status.child()));
  setTimeout(
    () => killOne(child.exitCode === null && child.signalCode === null ? child.pid : null),
    500,
  ).unref();
}

function killOne(id: number | null | undefined): void {
  if (id === null || id === undefined) return;
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // it has ended
  }
}

function overCpu(group: Group | null, cpuSeconds: number): Cause | null {
  return (group?.usage().cpuSeconds ?? 0) > cpuSeconds ? "cpu-time" : null;
}
