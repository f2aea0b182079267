import { expect, test } from "vitest";
import { ownGroups } from "../../src/isolation/bubblewrap/cgroup/mounts.ts";

const line = (root: string, mount: string, type: string, options: string) =>
  `30 25 0:26 ${root} ${mount} rw,nosuid shared:4 - ${type} ${type} ${options}`;

test("under systemd a process has one group", () => {
  const mounts = line("/", "/sys/fs/cgroup", "cgroup2", "rw,nsdelegate,memory_recursiveprot");
  expect(
    ownGroups(mounts, "0::/user.slice/user-1000.slice/user@1000.service/app.slice/run-1.scope\n"),
  ).toEqual([
    {
      ...{ version: 2, controllers: [], mount: "/sys/fs/cgroup" },
      folder: "/sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/app.slice/run-1.scope",
    },
  ]);
});

test("with the first version a process has a group in every hierarchy, also where two controllers share one", () => {
  const mounts = [
    line("/", "/sys/fs/cgroup/cpu,cpuacct", "cgroup", "rw,cpu,cpuacct"),
    line("/", "/sys/fs/cgroup/memory", "cgroup", "rw,memory"),
    line("/", "/sys/fs/cgroup/unified", "cgroup2", "rw"),
    line("/", "/", "ext4", "rw"),
  ].join("\n");
  const groups = ownGroups(mounts, "4:memory:/jobs/7\n2:cpu,cpuacct:/\n1:name=systemd:/\n0::/\n");
  expect(groups.map(({ controllers, folder }) => [controllers, folder])).toEqual([
    [["cpu", "cpuacct"], "/sys/fs/cgroup/cpu,cpuacct"],
    [["memory"], "/sys/fs/cgroup/memory/jobs/7"],
    [[], "/sys/fs/cgroup/unified"],
  ]);
});

test("in a container the mount begins at the container's group", () => {
  const mounts = line("/docker/abc", "/sys/fs/cgroup/memory", "cgroup", "rw,memory");
  expect(ownGroups(mounts, "4:memory:/docker/abc\n")[0]?.folder).toBe("/sys/fs/cgroup/memory");
  expect(ownGroups(mounts, "4:memory:/docker/abc/inner\n")[0]?.folder).toBe("/sys/fs/cgroup/memory/inner");
  expect(ownGroups(mounts, "4:memory:/elsewhere\n")[0]?.folder).toBe("/sys/fs/cgroup/memory");
});

test("a machine without cgroups has none", () => {
  expect(ownGroups(line("/", "/", "ext4", "rw"), "")).toEqual([]);
});
