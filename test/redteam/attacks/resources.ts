import type { RunEnd } from "@braidyn/runner";
import type { Attack } from "../attack.ts";
import { programAttack, type ProgramAttack } from "../program.ts";

const memory: Pick<ProgramAttack, "limits" | "ends"> = {
  limits: { memoryBytes: 100 * 2 ** 20 },
  ends: ["memory", "done", "exit-code", "signal"],
};
const short: Pick<ProgramAttack, "limits"> = { limits: { wallSeconds: 1 } };
const wall: readonly RunEnd[] = ["wall-time"];

/** Every program of these would go on, and say so, a second after it should have been ended. */
const stays = (what: string) => `
until = time.time() + 2.2
while time.time() < until: ${what}
attempt("staying", lambda: True)
`;

export const attacks: readonly Attack[] = [
  programAttack({
    name: "memory: one heap",
    ...memory,
    source: String.raw`
kept = []
def fill():
    for _ in range(200): kept.append(bytearray(b"x") * (1 << 20))
attempt("200 MB", fill)
`,
  }),
  programAttack({
    name: "memory: a heap of JavaScript, outside V8's",
    ...memory,
    runtime: "node",
    source: String.raw`
const kept = [];
for (let i = 0; i < 100; i++) kept.push(Buffer.alloc(1 << 21, 1));
await attempt("200 MB", () => kept.length === 100);
`,
  }),
  programAttack({
    name: "memory: mmap, private and shared",
    needsGroups: true,
    ...memory,
    source: String.raw`
import mmap
areas = []
def fill():
    for i in range(20):
        area = mmap.mmap(-1, 10 << 20, flags=mmap.MAP_SHARED if i % 2 else mmap.MAP_PRIVATE)
        for at in range(0, 10 << 20, 4096): area[at] = 1
        areas.append(area)
attempt("200 MB", fill)
`,
  }),
  programAttack({
    name: "memory: many children, each within its limit",
    needsGroups: true,
    ...memory,
    source: String.raw`
left, right = os.pipe()
for _ in range(8):
    if os.fork() == 0:
        kept = bytearray(b"x") * (25 << 20)
        os.write(right, b"k")
        time.sleep(2)
        os._exit(0)
os.close(right)
kept = 0
while os.read(left, 1): kept += 1
attempt("8 children of 25 MB", lambda: kept == 8)
`,
  }),
  programAttack({
    name: "memory: files in /tmp and /dev/shm",
    needsGroups: true,
    limits: { memoryBytes: 60 * 2 ** 20, scratchBytes: 2 ** 30, fileBytes: 2 ** 30 },
    ends: ["memory", "signal", "exit-code"],
    source: String.raw`
with open(tmp + "/big", "wb") as file:
    for _ in range(100): file.write(b"x" * (1 << 20)); file.flush()
attempt("100 MB", lambda: os.stat(tmp + "/big").st_size == 100 << 20)
`,
  }),
  programAttack({
    name: "memory: empty files (inodes of tmpfs)",
    needsGroups: true,
    limits: { memoryBytes: 40 * 2 ** 20 },
    ends: ["memory", "signal", "exit-code"],
    source: String.raw`
for i in range(40000): os.close(os.open(f"{tmp}/{i}", os.O_CREAT | os.O_WRONLY))
attempt("40,000 files", lambda: len(os.listdir(tmp)) >= 40000)
`,
  }),
  programAttack({
    name: "filling the disk",
    source: String.raw`
def filled(folder):
    path = folder + "/fill"
    with open(path, "wb", 0) as file:
        for _ in range(12): file.write(b"x" * (1 << 20))
    size = os.stat(path).st_size
    os.unlink(path)
    return size == 12 << 20
for folder in [tmp, "/dev/shm", "/var/tmp", "/", "/dev", os.path.dirname(output), entry]:
    attempt(folder, lambda: filled(folder))
def many():
    for i in range(12):
        with open(f"{tmp}/part{i}", "wb", 0) as file: file.write(b"x" * (1 << 20))
attempt("many small files", many)
`,
  }),
  programAttack({
    name: "an output that is too large",
    source: String.raw`
def grown():
    with open(output, "r+b", 0) as file:
        for _ in range(12): file.write(b"x" * (1 << 20))
    return os.stat(output).st_size == 12 << 20
attempt("written", grown)
attempt("sparse", lambda: os.truncate(output, 1 << 31))
attempt("allocated", lambda: os.posix_fallocate(os.open(output, os.O_RDWR), 0, 1 << 24))
os.truncate(output, 0)
`,
  }),
  programAttack({
    name: "fork bomb",
    limits: { processes: 32 },
    ends: ["done", "wall-time"],
    source: String.raw`
made = 0
def many():
    global made
    for _ in range(100):
        if os.fork() == 0: time.sleep(3); os._exit(0)
        made += 1
attempt("100 processes", many)
`,
  }),
  programAttack({
    name: "endless fork bomb",
    limits: { processes: 32, wallSeconds: 1 },
    ends: ["wall-time", "processes", "memory"],
    source: String.raw`
while True:
    try: os.fork()
    except OSError: pass
`,
    noControl: "would bring this machine down",
  }),
  programAttack({
    name: "thread bomb",
    limits: { processes: 32 },
    source: String.raw`
import threading
threading.stack_size(1 << 16)
def many():
    for _ in range(100): threading.Thread(target=time.sleep, args=(2,), daemon=True).start()
attempt("100 threads", many)
`,
  }),
  programAttack({
    name: "open files",
    source: String.raw`
def many(): return [os.open("/dev/null", os.O_RDONLY) for _ in range(1000)] and None
attempt("1000", many)
`,
  }),
  programAttack({
    name: "infinite loop",
    ...short,
    ends: wall,
    source: stays("pass"),
  }),
  programAttack({
    name: "CPU time, over several processes",
    needsGroups: true,
    limits: { cpuSeconds: 1, wallSeconds: 8 },
    ends: ["cpu-time"],
    source: String.raw`
children = []
for _ in range(4):
    child = os.fork()
    if child == 0:
        began = time.process_time()
        while time.process_time() - began < 0.8: pass
        os._exit(0)
    children.append(child)
for child in children: os.waitpid(child, 0)
attempt("3.2 seconds", lambda: True)
`,
  }),
  programAttack({
    name: "ignored signals",
    ...short,
    ends: wall,
    source: String.raw`
for each in range(1, 65):
    try: signal.signal(each, signal.SIG_IGN)
    except (OSError, ValueError): pass
${stays("time.sleep(0.05)")}`,
  }),
  programAttack({
    name: "never reading stdin",
    ...short,
    ends: wall,
    // it says much and waits for an answer
    converse: ({ stdin, stdout }) =>
      new Promise((resolve) => {
        stdout.on("end", resolve).resume();
        for (let i = 0; i < 64; i++) stdin.write("x".repeat(1 << 16));
      }),
    source: stays("time.sleep(0.05)"),
  }),
  programAttack({
    name: "closing its streams and staying",
    ...short,
    ends: wall,
    source: String.raw`
os.close(0); os.close(1)
${stays("time.sleep(0.05)")}`,
  }),
  ...["stdout", "stderr"].map((name, i) =>
    programAttack({
      name: `huge ${name}`,
      limits: { streamBytes: 2 ** 16 },
      ends: ["stream-size"],
      source: String.raw`
for _ in range(64): os.write(${i + 1}, b"x" * (1 << 16))
${stays("time.sleep(0.05)")}`,
    }),
  ),
];
