import { spawn, type ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Isolation, Paths, RunRequest, RunResult } from "../isolation.ts";
import { supervise, type Cause } from "../supervise.ts";
import { unprivilegedIdentity } from "../workspace/identity.ts";
import { deliver, makeOutput, sizeOf } from "../workspace/output.ts";
import { stage } from "../workspace/stage.ts";
import { workspace } from "../workspace/workspace.ts";
import {
  bubblewrapCommand,
  countedProcesses,
  descriptors,
  limitedCommand,
  outerLimits,
  viewArguments,
  type Bind,
} from "./arguments.ts";
import { makeGroup, type Group } from "./cgroup/group.ts";
import { controlsAll } from "./cgroup/hierarchies.ts";
import { launchCommand } from "./launch.ts";
import { unreachable } from "./reach.ts";
import type { Machine } from "./machine.ts";
import type { RuntimeFiles } from "./runtime/runtime.ts";
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

interface Staged {
  readonly folder: string;
  readonly files: RuntimeFiles;
  readonly places: readonly Bind[];
  readonly outputs: readonly Bind[];
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

function start(machine: Machine, request: RunRequest, staged: Staged, group: Group | null): ChildProcess {
  const { tools, hierarchies, filter } = machine;
  const { files, places, outputs } = staged;
  const identity = unprivilegedIdentity();
  const together = controlsAll(hierarchies);
  const mounts = identity === null ? [] : unreachable(files.readable, staged.folder);
  const paths: Paths = Object.fromEntries(
    [...places, ...outputs].map(({ target }) => [target.slice(1), target]),
  );
  const inner = [
    ...bubblewrapCommand(tools.bwrap, workspace().mark),
    "--",
    ...limitedCommand(tools.prlimit, request.limits, together),
    ...files.command(request.limits.memoryBytes),
    ...request.args(paths),
  ];
  const [command = "", ...args] = launchCommand(
    {
      tools,
      identity,
      mounts,
      doors: group?.doors ?? [],
      lastDescriptor: descriptors.status,
      ulimits: outerLimits(request.limits, together),
    },
    inner,
  );
  const child = spawn(command, args, {
    // an empty environment: the first process's can be read inside in /proc/1/environ
    ...{ cwd: "/", env: {}, detached: true },
    stdio: [request.converse === undefined ? "ignore" : "pipe", "pipe", "pipe", "pipe", "pipe", "pipe"],
  });
  const view = viewArguments({
    ...{ files, places, outputs, limits: request.limits, folder: startFolder(places) },
    reachable: new Map(mounts.map(({ source, target }) => [source, target])),
  });
  give(child, descriptors.filter, filter);
  give(child, descriptors.arguments, view.map((argument) => `${argument}\0`).join(""));
  return child;
}

/** A place may be a single file. */
function startFolder([first]: readonly Bind[]): string {
  return first !== undefined && statSync(first.source).isDirectory() ? first.target : "/tmp";
}

/** Node's types know of five. */
function pipe(child: ChildProcess, descriptor: number): unknown {
  return (child.stdio as readonly unknown[])[descriptor];
}

function give(child: ChildProcess, descriptor: number, content: Uint8Array | string): void {
  const stream = pipe(child, descriptor) as Writable;
  stream.on("error", () => {}); // it may end before it has read
  stream.end(content);
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
