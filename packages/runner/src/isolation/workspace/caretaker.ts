import { spawn } from "node:child_process";

/**
 * Waits for the end of its stdin, which comes when the harness has ended, killed or not; then ends what still runs in the
 * harness's groups and removes them and the workspace.
 */
const script = `
trap '' HUP INT QUIT TERM
while read -r _; do :; done
folder="$1"; prefix="$2"; shift 2
for ((round = 0; round < 400; round++)); do
  left=
  for parent in "$@"; do
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

/**
 * Starts the process that cleans up after this one. It stands apart, so that a signal to the harness's process group spares it,
 * and never keeps the harness waiting.
 */
export function startCaretaker(folder: string, prefix: string, groupParents: readonly string[]): void {
  const args = ["--norc", "--noprofile", "-c", script, "braidyn-caretaker", folder, prefix, ...groupParents];
  const caretaker = spawn("/bin/bash", args, {
    ...{ cwd: "/", env: { PATH: "/usr/bin:/bin" }, detached: true },
    stdio: ["pipe", "ignore", "ignore"],
  });
  caretaker.on("error", () => {}); // without it the folder is removed at the end all the same, if not after a kill
  caretaker.stdin.on("error", () => {});
  caretaker.unref();
  (caretaker.stdin as unknown as { unref(): void }).unref();
}
