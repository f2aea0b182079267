import { lstatSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Attack } from "../attack.ts";
import { programAttack, type ProgramAttack } from "../program.ts";

/** What stands where the output was: anything but the file itself has succeeded. */
const judge: ProgramAttack["judge"] = ({ got, outputPath, output, victim }) => {
  const found = lstatSync(outputPath);
  const odd =
    !found.isFile() || (found.mode & 0o6000) !== 0 || found.nlink !== 1 || output.includes(victim.token);
  const worked = [...(got ?? ["no report"]), ...(odd ? ["what was left"] : [])];
  return { succeeded: worked.length > 0, seen: worked.join(", ") || "refused" };
};

export const attacks: readonly Attack[] = [
  programAttack({
    name: "output: a symbolic link to truth",
    judge,
    source: String.raw`
def linked():
    os.unlink(output)
    os.symlink(facts["truth"], output)
attempt("in its place", linked)
def renamed():
    os.symlink(facts["truth"], tmp + "/link")
    os.rename(tmp + "/link", output)
attempt("renamed over it", renamed)
`,
  }),
  programAttack({
    name: "output: a hard link",
    judge,
    source: String.raw`
def linked():
    os.unlink(output)
    os.link(input_ + "/rows.csv", output)
attempt("in its place", linked)
attempt("of it", lambda: os.link(output, os.path.dirname(output) + "/second"))
attempt("of it in /tmp", lambda: os.link(output, tmp + "/second"))
`,
  }),
  programAttack({
    name: "output: a FIFO, a socket, a folder",
    judge,
    source: String.raw`
def fifo():
    os.unlink(output)
    os.mkfifo(output)
attempt("FIFO", fifo)
def socket_():
    os.unlink(output)
    socket.socket(socket.AF_UNIX).bind(output)
attempt("socket", socket_)
attempt("folder", lambda: os.mkdir(output + "s"))
`,
  }),
  programAttack({
    name: "output: set-id bits and attributes",
    judge,
    source: String.raw`
attempt("chmod", lambda: os.chmod(output, 0o6755))
attempt("attribute", lambda: call("setxattr", output.encode(), b"user.a", b"b", 1, 0))
attempt("other owner", lambda: os.chown(output, 0, 0))
def marked():
    import fcntl
    file = os.open(output, os.O_RDWR)
    fcntl.ioctl(file, 0x40086602, b"\x20\0\0\0\0\0\0\0")
    fcntl.ioctl(file, 0x40086602, b"\0\0\0\0\0\0\0\0")
attempt("append only", marked)
`,
  }),
  programAttack({
    name: "output: still written to while it is read",
    judge: async ({ outputPath }) => {
      const first = readFileSync(outputPath, "latin1");
      await sleep(300);
      const second = readFileSync(outputPath, "latin1");
      return { succeeded: first !== second, seen: first === second ? "holds still" : "changes" };
    },
    source: String.raw`
tried.append("writing on")
if os.fork() == 0:
    os.setsid()
    for each in range(3): os.close(each)
    until = time.time() + 2
    while time.time() < until:
        write(output, str(time.time()).encode())
    os._exit(0)
time.sleep(0.1)
`,
  }),
];
