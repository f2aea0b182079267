import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Controller, Hierarchy } from "./hierarchies.ts";

/** The cgroups of one run, one in every hierarchy. */
export interface Group {
  /** Files into which a process writes its id to join. */
  readonly doors: readonly string[];
  /** Ends every process in it, at once. */
  kill(): void;
  usage(): Usage;
  /** Ends what is left and removes the folders. @returns whether they are gone; processes that cannot end hold them. */
  remove(): Promise<boolean>;
}

/** What a run has used so far; null where no hierarchy counts it. */
export interface Usage {
  readonly cpuSeconds: number | null;
  readonly peakMemoryBytes: number | null;
  /** Processes that were ended because the memory was used up. */
  readonly memoryKills: number;
  /** Whether a process or thread was refused. */
  readonly processRefused: boolean;
}

export interface GroupLimits {
  readonly memoryBytes: number;
  readonly processes: number;
}

/** Makes the groups of a run. @throws where the kernel refuses one; nothing is left behind then. */
export function makeGroup(name: string, hierarchies: readonly Hierarchy[], limits: GroupLimits): Group {
  const made: { readonly folder: string; readonly hierarchy: Hierarchy }[] = [];
  try {
    for (const hierarchy of hierarchies) {
      const folder = `${hierarchy.parent}/${name}`;
      mkdirSync(folder);
      made.push({ folder, hierarchy });
      setLimits(folder, hierarchy, limits);
    }
  } catch (error) {
    for (const { folder } of made) rmdirSync(folder);
    throw error;
  }
  const folderOf = (controller: Controller) =>
    made.find(({ hierarchy }) => hierarchy.controllers.includes(controller));
  const folders = made.map(({ folder }) => folder);
  return {
    doors: folders.map((folder) => `${folder}/cgroup.procs`),
    kill: () => folders.forEach(killAll),
    usage: () => ({
      cpuSeconds: cpuSeconds(folderOf("cpuacct")),
      ...memory(folderOf("memory")),
      processRefused: refused(folderOf("pids")),
    }),
    remove: () => removeAll(folders),
  };
}

function setLimits(folder: string, { version, controllers }: Hierarchy, limits: GroupLimits): void {
  const bytes = String(limits.memoryBytes);
  if (controllers.includes("pids")) writeFileSync(`${folder}/pids.max`, String(limits.processes));
  if (!controllers.includes("memory")) return;
  if (version === 2) {
    writeFileSync(`${folder}/memory.max`, bytes);
    writeIfThere(`${folder}/memory.swap.max`, "0");
    writeIfThere(`${folder}/memory.oom.group`, "1");
  } else {
    writeFileSync(`${folder}/memory.limit_in_bytes`, bytes);
    writeIfThere(`${folder}/memory.memsw.limit_in_bytes`, bytes);
    writeIfThere(`${folder}/memory.swappiness`, "0");
  }
}

/** For what a kernel without swap, or an older one, does not have. */
function writeIfThere(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    // the limit above still holds
  }
}

function killAll(folder: string): void {
  try {
    writeFileSync(`${folder}/cgroup.kill`, "1"); // v2 from Linux 5.14 on
    return;
  } catch {
    // v1, or older
  }
  for (const id of read(`${folder}/cgroup.procs`)?.split("\n") ?? []) {
    // 0 is a process of a namespace that is not ours, and for kill() our own group
    if (Number(id) > 0) killOne(Number(id));
  }
}

function killOne(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}

async function removeAll(folders: readonly string[]): Promise<boolean> {
  let left = [...folders];
  for (let waitMs = 1; left.length > 0 && waitMs < 2000; waitMs *= 2) {
    left = left.filter((folder) => !removed(folder));
    if (left.length === 0) break;
    left.forEach(killAll);
    await sleep(waitMs);
  }
  return left.length === 0;
}

function removed(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

type Made = { readonly folder: string; readonly hierarchy: Hierarchy } | undefined;

function cpuSeconds(made: Made): number | null {
  if (made === undefined) return null;
  if (made.hierarchy.version === 1) return scaled(read(`${made.folder}/cpuacct.usage`), 1e-9);
  return scaled(/^usage_usec (\d+)/m.exec(read(`${made.folder}/cpu.stat`) ?? "")?.[1], 1e-6);
}

function memory(made: Made): Pick<Usage, "peakMemoryBytes" | "memoryKills"> {
  if (made === undefined) return { peakMemoryBytes: null, memoryKills: 0 };
  const second = made.hierarchy.version === 2;
  const peak = read(`${made.folder}/${second ? "memory.peak" : "memory.max_usage_in_bytes"}`);
  const events = read(`${made.folder}/${second ? "memory.events" : "memory.oom_control"}`) ?? "";
  return {
    peakMemoryBytes: scaled(peak, 1),
    memoryKills: Number(/^oom_kill (\d+)/m.exec(events)?.[1] ?? 0),
  };
}

function refused(made: Made): boolean {
  if (made === undefined) return false;
  return Number(/^max (\d+)/m.exec(read(`${made.folder}/pids.events`) ?? "")?.[1] ?? 0) > 0;
}

function scaled(text: string | null | undefined, factor: number): number | null {
  const value = Number(text ?? NaN);
  return Number.isFinite(value) ? value * factor : null;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
