import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ownGroups, type OwnGroup } from "./mounts.ts";

/** What a cgroup can hold a run to, or count of it. */
export type Controller = "memory" | "pids" | "cpuacct";

/** A folder in which groups can be made, and what they control there. */
export interface Hierarchy {
  readonly version: 1 | 2;
  readonly parent: string;
  readonly controllers: readonly Controller[];
}

const known: readonly Controller[] = ["memory", "pids", "cpuacct"];

/**
 * Where this process may make groups for its runs. Memory and processes are each controlled where one of the hierarchies does;
 * an empty list means that nothing may be written. Every folder has been tried: a group was made in it and removed.
 */
export function findHierarchies(): Hierarchy[] {
  const groups = ownGroups(textOf("/proc/self/mountinfo"), textOf("/proc/self/cgroup"));
  const first = groups.filter(({ version }) => version === 2).flatMap((group) => secondVersion(group) ?? []);
  const taken = new Set(first.flatMap(({ controllers }) => controllers));
  const second = groups
    .filter(({ version }) => version === 1)
    .flatMap((group) => firstVersion(group, taken) ?? []);
  return [...first, ...second];
}

/** Whether runs are held to their memory and number of processes as a whole, not only each process by itself. */
export function controlsAll(hierarchies: readonly Hierarchy[]): boolean {
  const controlled = hierarchies.flatMap(({ controllers }) => controllers);
  return controlled.includes("memory") && controlled.includes("pids");
}

/** v1 lets groups with processes have children, so they are made in our own. */
function firstVersion(group: OwnGroup, taken: ReadonlySet<Controller>): Hierarchy | null {
  const controllers = known.filter((name) => group.controllers.includes(name) && !taken.has(name));
  if (controllers.length === 0 || !canHold(group.folder)) return null;
  return { version: 1, parent: group.folder, controllers };
}

/**
 * v2 lets only groups without processes hand out controllers, save the root. So ours may be of use only if it is the root;
 * else its parent is, where systemd has delegated it.
 */
function secondVersion(group: OwnGroup): Hierarchy | null {
  const parents = group.folder === group.mount ? [group.mount] : [dirname(group.folder), group.folder];
  for (const parent of parents) {
    handOut(parent);
    const handed = textOf(`${parent}/cgroup.subtree_control`).trim().split(" ");
    if (!handed.includes("memory") || !handed.includes("pids") || !canHold(parent)) continue;
    return { version: 2, parent, controllers: ["memory", "pids", "cpuacct"] };
  }
  return null;
}

function handOut(parent: string): void {
  try {
    writeFileSync(`${parent}/cgroup.subtree_control`, "+memory +pids");
  } catch {
    // not ours to change; what it hands out already may do
  }
}

function canHold(parent: string): boolean {
  const trial = `${parent}/braidyn-trial-${process.pid}-${process.hrtime.bigint()}`;
  try {
    mkdirSync(trial);
    rmdirSync(trial);
    return true;
  } catch {
    return false;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
