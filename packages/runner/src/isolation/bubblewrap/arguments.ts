import type { Limits } from "../isolation.ts";
import { programEnvironment } from "../environment.ts";
import { rootLinks } from "./runtime/libraries.ts";
import type { RuntimeFiles } from "./runtime/runtime.ts";

/** Something of this machine that is shown inside, at another path. */
export interface Bind {
  readonly source: string;
  readonly target: string;
}

export interface View {
  readonly files: RuntimeFiles;
  /** Where the interpreter's files are mounted for bubblewrap to reach, by path; those that are not named are where they are. */
  readonly reachable: ReadonlyMap<string, string>;
  readonly places: readonly Bind[];
  readonly outputs: readonly Bind[];
  readonly limits: Limits;
  /** Where it starts. */
  readonly folder: string;
}

/** Descriptors on which bubblewrap gets its filter and its arguments, and says how the run went. */
export const descriptors = { filter: 3, arguments: 4, status: 5 } as const;

/**
 * All of the descriptors are closed to the program: read to the end, or left to bubblewrap's own process.
 *
 * @param mark by which the run is found should the harness be killed; the view's arguments clear the environment after it
 */
export function bubblewrapCommand(bubblewrap: string, mark: string): string[] {
  const { filter, status, arguments: view } = descriptors;
  return [
    ...[bubblewrap, "--setenv", "RUN", mark, "--seccomp", String(filter), "--json-status-fd", String(status)],
    ...["--args", String(view)],
  ];
}

const namespaces = [
  ...["--unshare-user", "--uid", "65534", "--gid", "65534", "--disable-userns"],
  ...["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup", "--unshare-net"],
  ...["--die-with-parent", "--new-session", "--hostname", "sandbox", "--cap-drop", "ALL", "--clearenv"],
];

/** Devices without a state that anyone else could notice; no terminals. */
const devices = ["null", "zero", "full", "random", "urandom"];

/**
 * Everything that a run sees, as arguments of bubblewrap. They go through a pipe: a command line can be read by the program in
 * /proc/1/cmdline.
 */
export function viewArguments(view: View): string[] {
  const { files, reachable, limits } = view;
  const scratch = String(limits.scratchBytes);
  return [
    ...namespaces,
    ...Object.entries(programEnvironment("/tmp")).flatMap(([name, value]) => ["--setenv", name, value]),
    // before what is mounted below it: an interpreter may stand in /tmp
    ...["--perms", "0700", "--size", scratch, "--tmpfs", "/tmp"],
    ...rootLinks().flatMap(({ path, target }) => ["--symlink", target, path]),
    ...files.readable.flatMap((path) => ["--ro-bind", reachable.get(path) ?? path, path]),
    ...files.links.flatMap(({ path, target }) => ["--symlink", target, path]),
    ...["--proc", "/proc", "--tmpfs", "/dev"],
    ...devices.flatMap((name) => ["--dev-bind", `/dev/${name}`, `/dev/${name}`]),
    ...["--symlink", "/proc/self/fd", "/dev/fd"],
    ...["--symlink", "/proc/self/fd/0", "/dev/stdin"],
    ...["--symlink", "/proc/self/fd/1", "/dev/stdout", "--symlink", "/proc/self/fd/2", "/dev/stderr"],
    ...["--perms", "0700", "--size", scratch, "--tmpfs", "/dev/shm", "--remount-ro", "/dev"],
    ...view.places.flatMap(({ source, target }) => ["--ro-bind", source, target]),
    ...view.outputs.flatMap(({ source, target }) => ["--bind", source, target]),
    ...["--chdir", view.folder, "--remount-ro", "/"],
  ];
}

/** Bytes. A limit of 0 would still hand the dump to a program of the machine's where it is set up so; this one never does. */
const noCore = 1;

/** bubblewrap's own two processes are counted among a run's. */
export function countedProcesses({ processes }: Limits): number {
  return processes + 2;
}

/**
 * CPU seconds after which a process is ended softly, and for good.
 */
function cpuLimits({ cpuSeconds }: Limits): readonly [soft: number, hard: number] {
  const soft = Math.max(1, Math.ceil(cpuSeconds));
  return [soft, soft + 1];
}

/** Without cgroups, for all runs and all else of their user together; a bound on harm, far above what is allowed. */
const allProcesses = 8192;

/**
 * Limits of bubblewrap's own processes, as bash's `ulimit` takes them: those of the program, in blocks of 1024 bytes rounded up.
 * The number of processes is counted by user out here, so where cgroups count them it is left alone.
 */
export function outerLimits(limits: Limits, together: boolean): string[] {
  const blocks = (bytes: number) => String(Math.ceil(bytes / 1024));
  const [, cpu] = cpuLimits(limits);
  return [
    ...["-n", String(limits.openFiles), "-f", blocks(limits.fileBytes), "-t", String(cpu)],
    ...["-d", blocks(dataBytes(limits, together)), ...(together ? [] : ["-u", String(allProcesses)])],
  ];
}

/**
 * What a process may map for itself. Where cgroups hold the run's memory as a whole, what it has merely reserved, such as the
 * stacks of threads, may be more than what it may use.
 */
function dataBytes({ memoryBytes }: Limits, together: boolean): number {
  return together ? 2 * memoryBytes : memoryBytes;
}

/**
 * Sets the limits of each process, inside, where the number of processes is counted by run.
 *
 * @param together whether cgroups hold the run as a whole
 */
export function limitedCommand(prlimit: string, limits: Limits, together: boolean): string[] {
  const values = {
    ...{ nproc: countedProcesses(limits), nofile: limits.openFiles, fsize: limits.fileBytes },
    ...{ data: dataBytes(limits, together), core: noCore, rtprio: 0, nice: 0, msgqueue: 0, memlock: 65536 },
  };
  const options = Object.entries(values).map(([name, value]) => `--${name}=${value}:${value}`);
  return [prlimit, ...options, `--cpu=${cpuLimits(limits).join(":")}`, "--"];
}
