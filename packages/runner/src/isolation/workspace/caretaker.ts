import { spawn } from "node:child_process";

/**
 * Reads a mark, then names of folders, from its stdin until that ends, which it does when the harness has ended, killed or not.
 * Then it ends every process that has the mark on its command line, as each has that a run is started with, and what still runs
 * in the harness's groups; and removes the groups and the workspace. Twice in a row nothing must be found: a run may just be on
 * its way.
 */
const script = `
trap '' HUP INT QUIT TERM
folder="$1"; prefix="$2"; parents=()
read -r mark
while read -r parent; do parents+=("$parent"); done
quiet=0
for ((round = 0; round < 400 && quiet < 2; round++)); do
  found=
  for file in /proc/[0-9]*/cmdline; do
    mapfile -d '' words < "$file"
    if [[ -n "$mark" && "\${words[*]}" == *"$mark"* ]]; then
      id="\${file#/proc/}"; kill -9 "\${id%/cmdline}"; found=1
    fi
  done
  for parent in "\${parents[@]}"; do
    for group in "$parent/$prefix"*; do
      [ -d "$group" ] || continue
      while read -r id; do [ "$id" -gt 0 ] && kill -9 "$id"; done < "$group/cgroup.procs"
      rmdir "$group" || found=1
    done
  done
  if [ -n "$found" ]; then quiet=0; else quiet=$((quiet + 1)); fi
  sleep 0.1
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
 *
 * @param mark a text that is on no other command line, not on the caretaker's either
 */
export function startCaretaker(folder: string, groupPrefix: string, mark: string): Caretaker {
  const args = ["--norc", "--noprofile", "-c", script, "braidyn-caretaker", folder, groupPrefix];
  const child = spawn("/bin/bash", args, {
    ...{ cwd: "/", env: { PATH: "/usr/bin:/bin" }, detached: true },
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  child.stdin.write(`${mark}\n`);
  return { watch: (groupParent) => child.stdin.write(`${groupParent}\n`) };
}
