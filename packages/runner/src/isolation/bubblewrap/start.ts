import { spawn, type ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import type { Writable } from "node:stream";
import type { Paths, RunRequest } from "../isolation.ts";
import { unprivilegedIdentity } from "../workspace/identity.ts";
import { workspace } from "../workspace/workspace.ts";
import {
  bubblewrapCommand,
  descriptors,
  limitedCommand,
  outerLimits,
  viewArguments,
  type Bind,
} from "./arguments.ts";
import type { Group } from "./cgroup/group.ts";
import { controlsAll } from "./cgroup/hierarchies.ts";
import { launchCommand } from "./launch.ts";
import type { Machine } from "./machine.ts";
import { unreachable } from "./reach.ts";
import type { RuntimeFiles } from "./runtime/runtime.ts";

/** What a run is given, ready to be mounted. */
export interface Staged {
  readonly folder: string;
  readonly files: RuntimeFiles;
  readonly places: readonly Bind[];
  readonly outputs: readonly Bind[];
}

/** Starts a run; all that it needs of us is on its way. */
export function start(
  machine: Machine,
  request: RunRequest,
  staged: Staged,
  group: Group | null,
): ChildProcess {
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
export function pipe(child: ChildProcess, descriptor: number): unknown {
  return (child.stdio as readonly unknown[])[descriptor];
}

function give(child: ChildProcess, descriptor: number, content: Uint8Array | string): void {
  const stream = pipe(child, descriptor) as Writable;
  stream.on("error", () => {}); // it may end before it has read
  stream.end(content);
}
