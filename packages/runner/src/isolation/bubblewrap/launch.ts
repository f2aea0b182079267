import type { Bind } from "./arguments.ts";
import type { Tools } from "./tools.ts";

/** What comes before bubblewrap. */
export interface Launch {
  readonly tools: Tools;
  readonly identity: { readonly uid: number; readonly gid: number } | null;
  /** Files of cgroups to join. */
  readonly doors: readonly string[];
  /** What the unprivileged user cannot reach where it stands, to be mounted where it can, for this run only. */
  readonly mounts: readonly Bind[];
  /** Highest descriptor that bubblewrap is meant to have. */
  readonly lastDescriptor: number;
  /**
   * Limits of bubblewrap's own processes, by bash's options. One of them is inside, where the program may write to its memory:
   * it must not be able to do more than the program.
   */
  readonly ulimits: readonly string[];
}

/** Arguments: last descriptor, doors, `--`, pairs of source and target, `--`, limits, `--`, what to do then. */
const prepare = `
last=$1; shift
for file in /proc/self/fd/*; do
  number=\${file##*/}
  if [ "$number" -gt "$last" ]; then exec {number}>&-; fi
done
while [ "$1" != -- ]; do echo 0 > "$1" || exit 125; shift; done; shift
while [ "$1" != -- ]; do mount --bind "$1" "$2" || exit 125; shift 2; done; shift
while [ "$1" != -- ]; do ulimit "$1" "$2" || exit 125; shift 2; done; shift
exec "$@"
`;

/**
 * Goes on only as the child of the harness that started it. The step before has asked to be killed when its parent ends; had the
 * parent ended earlier than that, it would not be the parent any more.
 */
const unlessOrphaned = '[ "$PPID" = "$0" ] && exec "$@"';

/**
 * The command that runs `command` in the groups, without what it should not have: other descriptors than the first few, root,
 * the way to more rights, a life after the harness's.
 */
export function launchCommand(launch: Launch, command: readonly string[]): string[] {
  const { tools, identity, doors, mounts, ulimits } = launch;
  const drop =
    identity === null ? [] : [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, "--clear-groups"];
  return [
    ...(mounts.length === 0 ? [] : [tools.unshare, "--mount"]),
    ...[tools.bash, "--norc", "--noprofile", "-c", prepare, "launch", String(launch.lastDescriptor)],
    ...[...doors, "--", ...mounts.flatMap(({ source, target }) => [source, target]), "--"],
    ...[...ulimits, "--"],
    ...[tools.setpriv, ...drop, "--no-new-privs", "--pdeathsig", "KILL"],
    ...[tools.sh, "-c", unlessOrphaned, String(process.pid), ...command],
  ];
}
