import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { unprivilegedIdentity } from "../../packages/runner/src/isolation/workspace/identity.ts";

/** What attacks are after. All of it stands open on this machine, so that nothing but the isolation keeps them from it. */
export interface Victim {
  /** Stands in the file, the environment and the memory that are attacked. */
  readonly token: string;
  /** A file that everyone may read. */
  readonly truth: string;
  /** Processes: the harness, and one that runs as the same user as the attack. */
  readonly harness: number;
  readonly process: number;
  /** Where that process listens. */
  readonly tcp: number;
  readonly udp: number;
  readonly abstract: string;
  readonly socket: string;
}

const program = String.raw`
import ctypes, json, os, socket, sys
token = os.environ["TOKEN"]
kept = ctypes.create_string_buffer(token.encode())
tcp = socket.create_server(("127.0.0.1", 0))
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
abstract = socket.socket(socket.AF_UNIX)
abstract.bind("\0" + token)
abstract.listen()
named = socket.socket(socket.AF_UNIX)
named.bind(sys.argv[1])
named.listen()
os.chmod(sys.argv[1], 0o777)
if len(sys.argv) > 2:
    user = int(sys.argv[2])
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # a process that has changed its user could not be looked into
print(json.dumps({"tcp": tcp.getsockname()[1], "udp": udp.getsockname()[1]}), flush=True)
sys.stdin.read()
`;

/** Sets the stage. `close` ends the process and removes the files. */
export async function startVictim(python: string): Promise<Victim & { close(): void }> {
  const token = randomBytes(16).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "redteam-"));
  chmodSync(folder, 0o777);
  const truth = join(folder, "truth.csv");
  writeFileSync(truth, `row_id,truth\n0,${token}\n`);
  const socket = join(folder, "socket");
  const identity = unprivilegedIdentity();
  const user = identity === null ? [] : [String(identity.uid)];
  const child = spawn(python, ["-c", program, socket, ...user], {
    env: { TOKEN: token },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the victim ended with ${code}`)));
  });
  const { tcp, udp } = JSON.parse(line) as { tcp: number; udp: number };
  return {
    ...{ token, truth, tcp, udp, socket, abstract: token },
    ...{ harness: process.pid, process: child.pid as number },
    close: () => {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
