/** Where this process's cgroup of one hierarchy stands as a folder. */
export interface OwnGroup {
  readonly version: 1 | 2;
  /** v1: the controllers of this hierarchy; v2: none are named here. */
  readonly controllers: readonly string[];
  /** The mount's folder, above which there is nothing to go to. */
  readonly mount: string;
  readonly folder: string;
}

/**
 * The cgroups of a process by hierarchy, from the text of its /proc/PID/mountinfo and /proc/PID/cgroup. Of several mounts of one
 * hierarchy the last counts. In a container the mount may begin below the hierarchy's root, and then the path does too.
 */
export function ownGroups(mountinfo: string, cgroup: string): OwnGroup[] {
  const groups = new Map<string, OwnGroup>();
  for (const line of mountinfo.split("\n")) {
    const [before, after] = line.split(" - ");
    const [, , , root = "/", mount] = before?.split(" ") ?? [];
    const [type, , options = ""] = after?.split(" ") ?? [];
    if (mount === undefined || (type !== "cgroup" && type !== "cgroup2")) continue;
    const own = cgroup
      .split("\n")
      .map((each) => /^(\d+):([^:]*):(.*)$/.exec(each) ?? [])
      .find(([, id, names = ""]) => (type === "cgroup2" ? id === "0" : names !== "" && has(options, names)));
    if (own === undefined) continue;
    const [, , names = "", path = "/"] = own;
    const controllers = type === "cgroup2" ? [] : names.split(",");
    const version = type === "cgroup2" ? 2 : 1;
    groups.set(names, { version, controllers, mount, folder: join(mount, below(path, root)) });
  }
  return [...groups.values()];
}

/** Whether mount options name every one of some controllers, as `cpu,cpuacct`. */
function has(options: string, names: string): boolean {
  const all = options.split(",");
  return names.split(",").every((name) => all.includes(name));
}

function below(path: string, root: string): string {
  if (root === "/") return path;
  return path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : "/";
}

function join(mount: string, path: string): string {
  return path === "/" || path === "" ? mount : `${mount}${path}`;
}
