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

/** All of them are closed to the program: read to the end, or left to bubblewrap's own process. */
export const bubblewrapCommand = (bubblewrap: string) => [
  bubblewrap,
  "--seccomp",
  String(descriptors.filter),
  "--json-status-fd",
  String(descriptors.status),
  "--args",
  String(descriptors.arguments),
];

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
    ...rootLinks().flatMap(({ path, target }) => ["--symlink", target, path]),
    ...files.readable.flatMap((path) => ["--ro-bind", reachable.get(path) ?? path, path]),
    ...files.links.flatMap(({ path, target }) => ["--symlink", target, path]),
    ...["--proc", "/proc", "--tmpfs", "/dev"],
    ...devices.flatMap((name) => ["--dev-bind", `/dev/${name}`, `/dev/${name}`]),
    ...["--symlink", "/proc/self/fd", "/dev/fd"],
    ...["--symlink", "/proc/self/fd/0", "/dev/stdin"],
    ...["--symlink", "/proc/self/fd/1", "/dev/stdout", "--symlink", "/proc/self/fd/2", "/dev/stderr"],
    ...["--perms", "0700", "--size", scratch, "--tmpfs", "/dev/shm", "--remount-ro", "/dev"],
    ...["--perms", "0700", "--size", scratch, "--tmpfs", "/tmp"],
    ...view.places.flatMap(({ source, target }) => ["--ro-bind", source, target]),
    ...view.outputs.flatMap(({ source, target }) => ["--bind", source, target]),
    ...["--chdir", view.folder, "--remount-ro", "/"],
  ];
}

/** bubblewrap's own two processes are counted among a run's. */
export function countedProcesses({ processes }: Limits): number {
  return processes + 2;
}

/**
 * Sets the limits of each process, inside, where the number of processes is counted by run. CPU time ends a process softly at
 * the limit and for good a second later.
 *
 * @param together whether cgroups hold the run's memory as a whole. Then what a process has merely reserved, such as the stacks
 * of threads, may be more than what it may use
 */
export function limitedCommand(prlimit: string, limits: Limits, together: boolean): string[] {
  const cpu = Math.max(1, Math.ceil(limits.cpuSeconds));
  const data = together ? 2 * limits.memoryBytes : limits.memoryBytes;
  const values = {
    ...{ nproc: countedProcesses(limits), nofile: limits.openFiles, fsize: limits.fileBytes, data },
    ...{ core: 0, rtprio: 0, nice: 0, msgqueue: 0, memlock: 65536 },
  };
  const options = Object.entries(values).map(([name, value]) => `--${name}=${value}:${value}`);
  return [prlimit, ...options, `--cpu=${cpu}:${cpu + 1}`, "--"];
}
