import type { Attack } from "../attack.ts";
import { programAttack } from "../program.ts";

const root = process.getuid?.() === 0;

export const attacks: readonly Attack[] = [
  programAttack({
    name: "/proc/*/environ",
    source: String.raw`
def found(name):
    for each in os.listdir("/proc"):
        if not each.isdigit() or int(each) == os.getpid(): continue
        try:
            if token in read(f"/proc/{each}/{name}"): return True
        except OSError: pass
    return False
attempt("environ", lambda: found("environ"))
attempt("by number", lambda: token in read(f"/proc/{facts['process']}/environ"))
`,
  }),
  programAttack({
    name: "kill the harness or another process",
    source: String.raw`
for name in ["harness", "process"]:
    attempt("signal to the " + name, lambda: os.kill(facts[name], 0))
    attempt("pidfd of the " + name, lambda: os.close(call("pidfd_open", facts[name], 0)))
    attempt("its priority", lambda: os.setpriority(os.PRIO_PROCESS, facts[name], 0))
    attempt("its limits", lambda: __import__("resource").prlimit(facts[name], 7))
`,
  }),
  programAttack({
    name: "ptrace and reading another process's memory",
    source: String.raw`
for name in ["harness", "process"]:
    target = facts[name]
    def traced():
        call("ptrace", 16, target, 0, 0)
        os.waitpid(target, 0x40000000)
        call("ptrace", 17, target, 0, 0)
    if name == "process": attempt("ptrace", traced)
    attempt("/proc/PID/mem of the " + name, lambda: os.close(os.open(f"/proc/{target}/mem", os.O_RDWR)))
    attempt("/proc/PID/maps of the " + name, lambda: len(read(f"/proc/{target}/maps")) > 0)
def traced_child():
    child = os.fork()
    if child == 0: time.sleep(5); os._exit(0)
    try:
        call("ptrace", 16, child, 0, 0)
    finally:
        os.kill(child, 9)
attempt("ptrace of its own child", traced_child)
local, remote = ctypes.create_string_buffer(8), ctypes.create_string_buffer(b"remote!")
class Part(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
attempt("process_vm_readv", lambda: call("process_vm_readv", os.getpid(), ctypes.byref(Part(ctypes.addressof(local), 8)), 1, ctypes.byref(Part(ctypes.addressof(remote), 8)), 1, 0))
`,
  }),
  programAttack({
    name: "user and other namespaces",
    source: String.raw`
kinds = {"user": 0x10000000, "mount": 0x20000, "pid": 0x20000000, "net": 0x40000000, "ipc": 0x8000000, "uts": 0x4000000, "cgroup": 0x2000000}
def checked(f):
    if not in_child(f): raise OSError("refused")
for name, flag in kinds.items():
    attempt(name, lambda: checked(lambda: call("unshare", flag)))
def cloned():
    child = call("clone", 0x10000000 | 17, 0, 0, 0, 0)
    if child == 0: os._exit(0)
    os.waitpid(child, 0)
attempt("clone", cloned)
attempt("setns", lambda: checked(lambda: call("setns", os.open("/proc/1/ns/net", os.O_RDONLY), 0)))
`,
  }),
  programAttack({
    name: "mount, chroot, pivot_root",
    source: String.raw`
def checked(f):
    if not in_child(f): raise OSError("refused")
attempt("chroot", lambda: checked(lambda: os.chroot(tmp)))
attempt("mount", lambda: checked(lambda: call("mount", b"none", tmp.encode(), b"tmpfs", 0, 0) and None or call("umount2", tmp.encode(), 2)))
attempt("remount", lambda: checked(lambda: call("mount", b"none", entry.encode(), 0, 0x1020, 0)))
attempt("open_tree", lambda: os.close(call("open_tree", -100, b"/", 0)))
attempt("fsopen", lambda: os.close(call("fsopen", b"tmpfs", 0)))
attempt("open by handle", lambda: call("open_by_handle_at", -100, b"\0" * 16, 0))
`,
    noControl: root ? undefined : "only root mounts",
  }),
  programAttack({
    name: "another cgroup",
    source: String.raw`
def moved():
    for line in read("/proc/self/mountinfo").decode().splitlines():
        at = line.split()[4]
        if " - cgroup" not in line: continue
        try:
            write(at + "/cgroup.procs", b"0")
            return True
        except OSError: pass
    return False
attempt("joining the root's", moved)
attempt("knowing its own", lambda: any(line.split(":")[2] not in ("/", "") for line in read("/proc/self/cgroup").decode().split()))
`,
    noControl: root ? undefined : "only root moves processes between cgroups",
  }),
  programAttack({
    name: "priorities and real-time scheduling",
    source: String.raw`
attempt("nice -20", lambda: os.setpriority(os.PRIO_PROCESS, 0, -20))
attempt("real time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)))
attempt("raising a limit", lambda: __import__("resource").setrlimit(7, (1 << 17, 1 << 17)))
`,
    noControl: root ? undefined : "only root raises priorities",
  }),
  programAttack({
    name: "root, capabilities and set-id programs",
    source: String.raw`
attempt("being root", lambda: os.getuid() == 0 or os.geteuid() == 0)
attempt("setuid 0", lambda: in_child(lambda: os.setuid(0)))
attempt("capabilities", lambda: int([l for l in read("/proc/self/status").decode().splitlines() if l.startswith("CapBnd")][0].split()[1], 16) != 0)
attempt("new privileges", lambda: "NoNewPrivs:\t0" in read("/proc/self/status").decode())
attempt("su, sudo, mount", lambda: any(os.path.exists(f"/usr/bin/{each}") for each in ("su", "sudo", "mount", "passwd")))
`,
  }),
];
