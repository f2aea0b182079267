import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Limits, RunEnd, RunRequest, RunResult, Runtime } from "@braidyn/runner";
import {
  absent,
  forbidden,
  inspected,
  type Numbers,
} from "../../packages/runner/src/isolation/bubblewrap/seccomp/calls.ts";
import type { Arena, Attack, Attempt } from "./attack.ts";
import { preludes } from "./preludes.ts";
import { startVictim, type Victim } from "./victim.ts";

/** An attack by a program of Python or Node that reports what it could do. */
export interface ProgramAttack {
  readonly name: string;
  readonly runtime?: Runtime;
  readonly needsGroups?: boolean;
  /** Follows the prelude of its language: `attempt(name, f)` for what must not work. */
  readonly source: string;
  /** Limits of the try that differ from the usual ones. */
  readonly limits?: Partial<Limits>;
  /** How the run may end when it is held; a program that ends otherwise has not tried what it should. */
  readonly ends?: readonly RunEnd[];
  /** Looks at more than the program's own report. */
  readonly judge?: (seen: Seen) => Promise<Verdict> | Verdict;
  readonly converse?: RunRequest["converse"];
  /** Why it is not tried without isolation. */
  readonly noControl?: string | undefined;
}

export interface Verdict {
  readonly succeeded: boolean;
  readonly seen: string;
}

/** A run that was tried, and what the program says of it. */
export interface Seen {
  readonly result: RunResult;
  /** What worked, by the program's report; null where it did not come to report. */
  readonly got: readonly string[] | null;
  /** What was left in the output. */
  readonly output: string;
  readonly outputPath: string;
  readonly victim: Victim;
}

const limits: Limits = {
  ...{ wallSeconds: 12, cpuSeconds: 12, memoryBytes: 2 ** 28, processes: 48, openFiles: 128 },
  ...{ fileBytes: 2 ** 22, scratchBytes: 2 ** 22, streamBytes: 2 ** 20 },
};

/** So wide that only what the program does by itself ends it. */
const wide: Limits = {
  ...{ wallSeconds: 60, cpuSeconds: 60, memoryBytes: 2 ** 33, processes: 4096, openFiles: 4096 },
  ...{ fileBytes: 2 ** 33, scratchBytes: 2 ** 33, streamBytes: 2 ** 26 },
};

export function programAttack(attack: ProgramAttack): Attack {
  return {
    ...{ name: attack.name, needsGroups: attack.needsGroups ?? false },
    attempt: (arena) => tryProgram(attack, arena, { ...limits, ...attack.limits }, attack.ends ?? ["done"]),
    control: attack.noControl ?? ((arena) => tryProgram(attack, arena, wide, null)),
  };
}

/** Numbers of system calls on this processor, by name. */
const calls = Object.fromEntries(
  Object.entries<Numbers>({ ...forbidden, ...absent, ...inspected }).map(([name, [x64, arm64]]) => [
    name,
    process.arch === "x64" ? x64 : arm64,
  ]),
);

async function tryProgram(
  attack: ProgramAttack,
  arena: Arena,
  given: Limits,
  ends: readonly RunEnd[] | null,
): Promise<Attempt> {
  const { python } = arena;
  if (python === null) return { ran: false, succeeded: false, seen: "needs Python" };
  const victim = await startVictim(python);
  try {
    const { request, outputPath } = prepare(attack, arena, victim, given);
    const result = await arena.isolation.run(request);
    const report = reportOf(result);
    // what stands there may be a FIFO, from which reading would wait for ever
    const output = lstatSync(outputPath).isFile() ? readFileSync(outputPath, "latin1") : "";
    const seen: Seen = { result, got: report?.got ?? null, output, outputPath, victim };
    const verdict = await (attack.judge ?? byReport)(seen);
    const broken = brokenBy(result, report, ends);
    return broken === null ? { ran: true, ...verdict } : { ran: false, succeeded: false, seen: broken };
  } finally {
    victim.close();
  }
}

function prepare(attack: ProgramAttack, { folder }: Arena, victim: Victim, given: Limits) {
  const { runtime = "python", source, converse } = attack;
  const [entry, input, outputPath] = ["entry", "input", "output"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [entry, input]) mkdirSync(path);
  const file = runtime === "node" ? "attack.mjs" : "attack.py";
  const { before, after } = preludes[runtime];
  // it stands in a `try`
  writeFileSync(join(entry, file), `${before}\n${source.replace(/^/gm, "    ")}\n${after}`);
  writeFileSync(join(input, "rows.csv"), "row_id\n0\n");
  writeFileSync(outputPath, "");
  // in a form that is not found on the program's own command line
  const hidden = Buffer.from(folder).toString("hex");
  const request: RunRequest = {
    ...{ runtime, limits: given, converse },
    args: (paths) => [`${paths["entry"]}/${file}`, JSON.stringify({ ...victim, calls, paths, hidden })],
    places: [
      { name: "entry", path: entry },
      { name: "input", path: input },
    ],
    outputs: [{ name: "output", path: outputPath }],
  };
  return { request, outputPath };
}

interface Report {
  readonly tried: number;
  readonly got: readonly string[];
  readonly error?: string;
}

/** Programs report in the last line of stderr, so that stdout is free to be attacked. */
function reportOf({ stderr }: RunResult): Report | null {
  const last = new TextDecoder().decode(stderr).trim().split("\n").at(-1) ?? "";
  try {
    const report = JSON.parse(last) as unknown;
    return typeof report === "object" && report !== null && "tried" in report ? (report as Report) : null;
  } catch {
    return null;
  }
}

/** Why a run says nothing; null where it does. */
function brokenBy(result: RunResult, report: Report | null, ends: readonly RunEnd[] | null): string | null {
  const { end, stdout, stderr } = result;
  if (!new TextDecoder().decode(stdout.subarray(0, 8)).startsWith("started")) {
    return `never started (${end}): ${new TextDecoder().decode(stderr).trim().split("\n").at(-1)}`;
  }
  if (report?.error !== undefined) return `broke: ${report.error}`;
  if (ends !== null && !ends.includes(end)) {
    return `ended by ${end} (${result.signal ?? result.exitCode}): ${new TextDecoder().decode(stderr).trim().slice(-200)}`;
  }
  if (report === null ? end === "done" : report.tried === 0) return "reported nothing";
  return null;
}

function byReport({ got, result }: Seen): Verdict {
  const seen = got === null ? `ended: ${result.end}` : got.length === 0 ? "refused" : got.join(", ");
  return { succeeded: (got?.length ?? 0) > 0, seen };
}
