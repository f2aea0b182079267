import { spawn } from "node:child_process";

/**
 * Reads names of folders from its stdin until that ends, which it does when the harness has ended, killed or not; then ends what
 * still runs in the harness's groups in those folders and removes the groups and the workspace.
 */
const script = `
trap '' HUP INT QUIT TERM
folder="$1"; prefix="$2"; parents=()
while read -r parent; do parents+=("$parent"); done
for ((round = 0; round < 400; round++)); do
  left=
  for parent in "\${parents[@]}"; do
    for group in "$parent/$prefix"*; do
      [ -d "$group" ] || continue
      while read -r id; do [ "$id" -gt 0 ] && kill -9 "$id"; done < "$group/cgroup.procs"
      rmdir "$group" || left=1
    done
  done
  [ -z "$left" ] && break
  sleep 0.05
done
case "$folder" in */braidyn-??????) rm -rf -- "$folder" ;; esac
`;

/** The process that cleans up after this one. */
export interface Caretaker {
  /** Tells it of a folder in which this process makes cgroups. */
  watch(groupParent: string): void;
}

/**
 * Starts it. It stands apart, so that a signal to the harness's process group spares it, and never keeps the harness waiting.
 * Without a bash it does not start; then the workspace goes when the harness ends by itself.
 */
export function startCaretaker(folder: string, groupPrefix: string): Caretaker {
  const args = ["--norc", "--noprofile", "-c", script, "braidyn-caretaker", folder, groupPrefix];
  const child = spawn("/bin/bash", args, {
    ...{ cwd: "/", env: { PATH: "/usr/bin:/bin" }, detached: true },
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return { watch: (groupParent) => child.stdin.write(`${groupParent}\n`) };
}
