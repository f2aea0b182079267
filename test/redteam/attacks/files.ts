import type { Attack } from "../attack.ts";
import { programAttack } from "../program.ts";

export const attacks: readonly Attack[] = [
  programAttack({
    name: "read truth elsewhere on disk",
    source: String.raw`
truth = facts["truth"]
attempt("by its path", lambda: token in read(truth))
for way in ["/proc/self/root", "/proc/1/root", "/proc/1/cwd/..", f"/proc/{facts['harness']}/root", entry + "/../../../.."]:
    attempt("through " + way, lambda: token in read(way + truth))
def searched():
    for folder in ["/tmp", "/var/tmp", "/root", "/home", "/mnt", "/srv", os.path.dirname(truth)]:
        for at, _, names in os.walk(folder):
            for name in names:
                try:
                    if token in read(os.path.join(at, name)): return True
                except OSError: pass
            if at.count("/") > 3: break
    return False
attempt("by searching", searched)
def linked():
    os.symlink(truth, tmp + "/link")
    return token in read(tmp + "/link")
attempt("through a link", linked)
`,
  }),
  programAttack({
    name: "write to the input, the entry, the runtime or elsewhere",
    source: String.raw`
attempt("input", lambda: write(input_ + "/rows.csv"))
attempt("a file beside the input", lambda: write(input_ + "/more"))
attempt("entry", lambda: write(entry + "/attack.py"))
attempt("mode of the input", lambda: os.chmod(input_ + "/rows.csv", 0o777))
attempt("removal", lambda: os.unlink(input_ + "/rows.csv"))
attempt("the interpreter", lambda: os.close(os.open(os.path.realpath(sys.executable), os.O_RDWR)))
attempt("its library", lambda: write(os.path.dirname(os.__file__) + "/redteam-trial-of-writing.py") or os.unlink(os.path.dirname(os.__file__) + "/redteam-trial-of-writing.py"))
attempt("/", lambda: write("/redteam-trial") or os.unlink("/redteam-trial"))
`,
  }),
  programAttack({
    name: "the machine's devices, /sys and /etc",
    source: String.raw`
for path in ["/dev/vda", "/dev/sda", "/dev/mem", "/dev/kmsg", "/dev/fuse", "/dev/kvm", "/dev/tty", "/dev/net/tun", "/dev/loop-control", "/dev/ptmx"]:
    attempt(path, lambda: os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK)))
for path in ["/sys/kernel", "/sys/class/net", "/sys/fs/cgroup", "/run", "/var", "/boot", "/home"]:
    attempt(path, lambda: len(os.listdir(path)) > 0)
for path in ["/etc/passwd", "/etc/shadow", "/etc/hostname", "/proc/kcore", "/proc/kmsg"]:
    attempt(path, lambda: len(read(path, 16)) > 0)
for path in ["/proc/sys/kernel/hostname", "/proc/sys/vm/drop_caches", "/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern"]:
    attempt("writing " + path, lambda: os.close(os.open(path, os.O_WRONLY)))
`,
  }),
  programAttack({
    name: "make devices (mknod)",
    source: String.raw`
import stat
attempt("a device", lambda: os.mknod(tmp + "/null", 0o600 | stat.S_IFCHR, os.makedev(1, 3)))
attempt("a disk", lambda: os.mknod(tmp + "/disk", 0o600 | stat.S_IFBLK, os.makedev(254, 0)))
`,
    noControl: process.getuid?.() === 0 ? undefined : "only root makes devices",
  }),
  programAttack({
    name: "extended attributes and set-id bits in its own folder",
    source: String.raw`
path = (tmp + "/file").encode()
write(path)
attempt("attribute", lambda: call("setxattr", path, b"user.a", b"b", 1, 0))
attempt("chmod 6755", lambda: os.chmod(path, 0o6755) or os.stat(path).st_mode & 0o6000 != 0)
attempt("open with 6755", lambda: os.close(os.open(tmp + "/new", os.O_CREAT | os.O_WRONLY, 0o6755)) or os.stat(tmp + "/new").st_mode & 0o6000 != 0)
`,
  }),
  programAttack({
    name: "host paths in /proc",
    source: String.raw`
folder = bytes.fromhex(facts["hidden"])
def told():
    for each in ("1", "self"):
        for name in ("mountinfo", "mounts", "cmdline", "maps", "environ"):
            try:
                if folder in read(f"/proc/{each}/{name}"): return True
            except OSError: pass
    return False
attempt("the submission's folder", told)
`,
  }),
];
