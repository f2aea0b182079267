import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Arena, Attack, Attempt } from "../attack.ts";
import { endProcesses, processesWith, startHarness } from "../own-harness.ts";

/** Leaves behind every kind of child that might outlive it: of its group, of its own session, deaf, without streams. */
const leaving = String.raw`
import os, signal, sys, time
def stay():
    for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT): signal.signal(each, signal.SIG_IGN)
    time.sleep(30)
    os._exit(0)
if os.fork() == 0: stay()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for each in range(3): os.close(each)
        stay()
    os._exit(0)
print("started", flush=True)
# long enough to be seen
time.sleep(float(sys.argv[2]))
`;

export const attacks: readonly Attack[] = [
  {
    name: "orphans after the end",
    attempt: (arena) => leave(arena, "end"),
    control: (arena) => leave(arena, "end"),
  },
  {
    name: "orphans after the harness is killed",
    attempt: (arena) => leave(arena, "kill"),
    control: (arena) => leave(arena, "kill"),
  },
];

/** Runs a program in a harness of its own, which ends or is killed, and looks for what has stayed. */
async function leave({ isolation, folder, python }: Arena, how: "end" | "kill"): Promise<Attempt> {
  if (python === null) return { ran: false, succeeded: false, seen: "needs Python" };
  const entry = join(folder, "entry");
  mkdirSync(entry);
  writeFileSync(join(entry, "attack.py"), leaving);
  const marker = randomBytes(12).toString("hex");
  const harness = startHarness([
    isolation.name,
    python,
    join(entry, "attack.py"),
    marker,
    how === "kill" ? "30" : "1.5",
  ]);
  const exited = once(harness.child, "exit");
  const ran = (await harness.line()) === "running" && processesWith(marker).length > 0;
  if (how === "kill") harness.child.kill("SIGKILL");
  await exited;
  const left = await remaining(marker);
  endProcesses(left);
  return { ran, succeeded: left.length > 0, seen: left.length > 0 ? `${left.length} stay` : "none stays" };
}

/** What is left after up to three seconds, in which the kernel may still be ending it. */
async function remaining(marker: string): Promise<number[]> {
  for (let i = 0; i < 30 && processesWith(marker).length > 0; i++) await sleep(100);
  return processesWith(marker);
}
