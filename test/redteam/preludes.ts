/** What stands before and after the programs of the attacks. `facts` are what they know of the machine they are on. */
export const preludes = {
  python: {
    before: String.raw`
import ctypes, errno, json, os, signal, socket, sys, time
facts = json.loads(sys.argv[1])
entry, input_, output = (facts["paths"][name] for name in ("entry", "input", "output"))
token = facts["token"].encode()
tmp = os.environ.get("TMPDIR", "/tmp")
print("started", flush=True)
got, tried = [], []
libc = ctypes.CDLL(None, use_errno=True)

def call(name, *arguments):
    "A system call by its name."
    number = facts["calls"][name]
    if number is None:
        raise OSError(errno.ENOSYS, name)
    whole = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    answer = libc.syscall(ctypes.c_long(number), *whole)
    if answer < 0:
        raise OSError(ctypes.get_errno(), name)
    return answer

def attempt(name, attack):
    "It works where it neither raises nor returns False."
    tried.append(name)
    try:
        if attack() is not False:
            got.append(name)
    except (OSError, ValueError, MemoryError, RuntimeError, OverflowError):
        pass

def read(path, size=1 << 16):
    with open(path, "rb") as file:
        return file.read(size)

def write(path, data=b"x", flags=os.O_WRONLY | os.O_CREAT):
    file = os.open(path, flags)
    os.write(file, data)
    os.close(file)

def in_child(attack):
    "Whether a child that does it ends well."
    child = os.fork()
    if child == 0:
        try:
            attack()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

def finish(**more):
    os.write(2, ("\n" + json.dumps({"tried": len(tried), "got": got, **more}) + "\n").encode())
    os._exit(0)

try:`,
    after: String.raw`
    finish()
except BaseException as error:
    finish(error=repr(error))
`,
  },
  node: {
    before: String.raw`
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import { spawn, spawnSync } from "node:child_process";
import { Worker } from "node:worker_threads";
const facts = JSON.parse(process.argv[2]);
const { entry, input, output } = facts.paths;
const tmp = process.env.TMPDIR ?? "/tmp";
fs.writeSync(1, "started\n");
const got = [];
let tried = 0;
async function attempt(name, attack) {
  tried++;
  try {
    if ((await attack()) !== false) got.push(name);
  } catch {
    // refused
  }
}
function finish(more = {}) {
  fs.writeSync(2, "\n" + JSON.stringify({ tried, got, ...more }) + "\n");
  process.exit(0);
}
try {`,
    after: String.raw`
  finish();
} catch (error) {
  finish({ error: String(error) });
}
`,
  },
} as const;
