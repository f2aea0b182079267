import type { Attack } from "../attack.ts";
import { programAttack } from "../program.ts";

const root = process.getuid?.() === 0;

export const attacks: readonly Attack[] = [
  programAttack({
    name: "io_uring and asynchronous I/O",
    source: String.raw`
parameters = ctypes.create_string_buffer(256)
attempt("io_uring_setup", lambda: os.close(call("io_uring_setup", 4, parameters)))
context = ctypes.c_ulong(0)
attempt("io_setup", lambda: call("io_setup", 128, ctypes.byref(context)))
`,
  }),
  programAttack({
    name: "keys of the kernel (keyctl)",
    source: String.raw`
attempt("session keyring", lambda: call("keyctl", 0, -3, 1))
attempt("add_key", lambda: call("add_key", b"user", b"redteam", b"x", 1, -2))
`,
  }),
  programAttack({
    name: "files without a name (memfd), and running them",
    source: String.raw`
def run():
    file = call("memfd_create", b"x", 0)
    os.write(file, read(os.path.realpath(sys.executable), 1 << 27))
    return in_child(lambda: os.execve(f"/proc/self/fd/{file}", ["x", "-c", ""], {}))
attempt("memfd", lambda: os.close(call("memfd_create", b"x", 0)))
attempt("running it", run)
`,
  }),
  programAttack({
    name: "bpf, perf, userfaultfd, personality",
    source: String.raw`
attributes = ctypes.create_string_buffer(128)
attributes[0:4] = (1).to_bytes(4, "little"); attributes[4:8] = (4).to_bytes(4, "little")
attributes[8:12] = (4).to_bytes(4, "little"); attributes[12:16] = (1).to_bytes(4, "little")
attempt("bpf map", lambda: os.close(call("bpf", 0, attributes, 72)))
event = ctypes.create_string_buffer(128)
event[0:4] = (1).to_bytes(4, "little"); event[4:8] = (112).to_bytes(4, "little")
attempt("perf", lambda: os.close(call("perf_event_open", event, 0, -1, -1, 0)))
attempt("userfaultfd", lambda: os.close(call("userfaultfd", 1)))
attempt("personality", lambda: call("personality", 0x40000) >= 0)
`,
  }),
  programAttack({
    name: "the kernel's log (dmesg)",
    source: String.raw`
attempt("syslog", lambda: call("syslog", 10, 0, 0) > 0)
attempt("/dev/kmsg", lambda: os.close(os.open("/dev/kmsg", os.O_RDONLY)))
`,
    noControl: root ? undefined : "readable by root alone on many machines",
  }),
  programAttack({
    name: "the machine's clock",
    source: String.raw`
attempt("clock", lambda: time.clock_settime(time.CLOCK_REALTIME, time.time()))
attempt("adjtimex", lambda: call("adjtimex", ctypes.create_string_buffer(512)))
`,
    noControl: root ? "would set this machine's clock" : "only root may",
  }),
  programAttack({
    name: "host name, swap, modules, restart",
    source: String.raw`
def reached(error_expected, *arguments):
    "Whether the kernel looked at nonsense instead of refusing."
    try:
        call(*arguments)
    except OSError as error:
        if error.errno != error_expected: raise
attempt("host name", lambda: socket.sethostname(os.uname().nodename))
attempt("swap", lambda: reached(errno.ENOENT, "swapoff", b"/none"))
attempt("modules", lambda: reached(errno.ENOEXEC, "init_module", b"nonsense", 8, b""))
attempt("restart", lambda: reached(errno.EINVAL, "reboot", 1, 2, 3, 0))
`,
    noControl: root ? undefined : "only root may",
  }),
  programAttack({
    name: "System V and POSIX queues and shared memory",
    source: String.raw`
attempt("shmget", lambda: libc.shmctl(call("shmget", 0, 4096, 0o1600), 0, None))
attempt("msgget", lambda: libc.msgctl(call("msgget", 0, 0o1600), 0, None))
attempt("semget", lambda: libc.semctl(call("semget", 0, 1, 0o1600), 0, 0))
attempt("mq_open", lambda: os.close(call("mq_open", b"redteam", os.O_CREAT | os.O_RDWR, 0o600, 0)) or call("mq_unlink", b"redteam"))
`,
  }),
  programAttack({
    name: "typing into a terminal (TIOCSTI)",
    source: String.raw`
import fcntl, pty, termios
def typed():
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSTI, b"x")
attempt("a terminal", lambda: [os.close(each) for each in pty.openpty()] and None)
attempt("TIOCSTI on its own", typed)
attempt("a controlling terminal", lambda: os.close(os.open("/dev/tty", os.O_RDWR)))
attempt("ioctl on stdout", lambda: fcntl.ioctl(1, termios.TIOCSTI, b"x"))
`,
  }),
  programAttack({
    name: "watches (inotify, fanotify), counted by user",
    source: String.raw`
attempt("inotify", lambda: os.close(call("inotify_init1", 0)))
attempt("fanotify", lambda: os.close(call("fanotify_init", 0, 0)))
`,
  }),
  programAttack({
    name: "system calls of another processor's kind",
    source: String.raw`
import mmap
def with_code(code):
    area = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    area.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(area))
    return ctypes.CFUNCTYPE(ctypes.c_int)(address)()
def checked(code):
    if not in_child(lambda: os._exit(0 if with_code(code) > 0 else 1)): raise OSError("refused")
# getppid by int 0x80, and with the x32 bit set
attempt("32 bit", lambda: checked(b"\xb8\x40\x00\x00\x00\xcd\x80\xc3"))
attempt("x32", lambda: checked(b"\xb8\x6e\x00\x00\x40\x0f\x05\xc3"))
`,
    noControl: process.arch === "x64" ? undefined : "this processor has one kind",
  }),
];
