import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import type { Arena, Attack, Attempt } from "../attack.ts";
import { startHarness } from "../own-harness.ts";
import { startVictim, type Victim } from "../victim.ts";

/** Reads every descriptor that it was born with. */
const reading = String.raw`
import os, sys
print("started", flush=True)
for each in range(3, 256):
    try:
        if sys.argv[1].encode() in os.pread(each, 4096, 0): print("got a descriptor", flush=True)
    except OSError: pass
for name, value in os.environ.items():
    if sys.argv[1] in value: print("got", name, flush=True)
for each in sys.path + list(sys.modules):
    if sys.argv[1] in each: print("got a module", flush=True)
`;

export const attacks: readonly Attack[] = [
  {
    name: "inherited descriptors",
    attempt: (arena) =>
      withVictim(arena, (victim, program) => throughHarness(arena, victim, program, {}, true)),
    control: (arena) => withVictim(arena, (victim, program) => bare(arena, victim, program, {}, true)),
  },
  {
    name: "LD_PRELOAD, NODE_OPTIONS, PYTHONPATH and secrets of the environment",
    attempt: (arena) =>
      withVictim(arena, (victim, program) => throughHarness(arena, victim, program, planted(victim), false)),
    control: (arena) =>
      withVictim(arena, (victim, program) => bare(arena, victim, program, planted(victim), false)),
  },
];

/** Names that would say they were handed on; none of them is there to be loaded. */
function planted({ token }: Victim): Record<string, string> {
  return {
    ...{ LD_PRELOAD: `/nowhere/${token}.so`, LD_LIBRARY_PATH: `/nowhere/${token}` },
    ...{ PYTHONPATH: `/nowhere/${token}`, AWS_SECRET_ACCESS_KEY: token, NODE_OPTIONS: `--title=${token}` },
    BASH_ENV: `/nowhere/${token}`,
  };
}

async function withVictim(
  { folder, python }: Arena,
  attack: (victim: Victim, program: string) => Promise<string>,
): Promise<Attempt> {
  if (python === null) return { ran: false, succeeded: false, seen: "needs Python" };
  const entry = join(folder, "entry");
  mkdirSync(entry);
  const program = join(entry, "attack.py");
  writeFileSync(program, reading);
  const victim = await startVictim(python);
  try {
    const said = await attack(victim, program);
    const got = [...new Set(said.match(/^got .*/gm) ?? [])];
    return { ran: said.includes("started"), succeeded: got.length > 0, seen: got.join(", ") || "nothing" };
  } finally {
    victim.close();
  }
}

async function throughHarness(
  { python }: Arena,
  { token, truth }: Victim,
  program: string,
  env: Record<string, string>,
  open: boolean,
): Promise<string> {
  const file = openSync(truth, "r");
  try {
    const inherited = open ? Array.from({ length: 20 }, () => file) : [];
    const harness = startHarness(["bubblewrap", python ?? "", program, token], { env, inherited });
    if ((await harness.line()) !== "running") return "";
    return (JSON.parse(await harness.line()) as { stdout: string }).stdout;
  } finally {
    closeSync(file);
  }
}

/** The same without a harness between. */
async function bare(
  { python }: Arena,
  { token, truth }: Victim,
  program: string,
  env: Record<string, string>,
  open: boolean,
): Promise<string> {
  const file = openSync(truth, "r");
  try {
    const inherited = open ? [file] : [];
    const child = spawn(python ?? "", [program, token], {
      env,
      stdio: ["ignore", "pipe", "ignore", ...inherited],
    });
    return await text(child.stdout as NodeJS.ReadableStream);
  } finally {
    closeSync(file);
  }
}
