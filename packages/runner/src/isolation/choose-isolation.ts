import { isBraidynError, type BraidynError } from "@braidyn/core";
import { probe, type Probe } from "./bubblewrap/probe.ts";
import type { Isolation } from "./isolation.ts";
import { none } from "./none/none.ts";

export interface IsolationOptions {
  /** The command of Python; `BRAIDYN_PYTHON` or `python3` where it is left out. */
  readonly python?: string | undefined;
}

/** What this machine can do: isolate, and by what; or not, and why. */
export type IsolationFound =
  { readonly on: Probe; readonly refusal: null } | { readonly on: null; readonly refusal: BraidynError };

const found = new Map<string, Promise<IsolationFound>>();

/** Tries once a process and Python whether programs can be isolated. Takes about half a second the first time. */
export function findIsolation({ python = defaultPython() }: IsolationOptions = {}): Promise<IsolationFound> {
  const asked = found.get(python) ?? tryProbe(python);
  found.set(python, asked);
  return asked;
}

async function tryProbe(python: string): Promise<IsolationFound> {
  try {
    return { on: await probe(python), refusal: null };
  } catch (error) {
    if (isBraidynError(error)) return { on: null, refusal: error };
    throw error;
  }
}

/**
 * The isolation to run programs in.
 *
 * ```ts
 * const isolation = await chooseIsolation({ code: "of-others" });
 * const { end } = await isolation.run(request);
 * ```
 *
 * @param code whose programs are run. Those of others are refused where they cannot be isolated; one's own are run all the same,
 * in the isolation `none`
 * @throws BraidynError ISOLATION_PLATFORM, ISOLATION_TOOLS, ISOLATION_START, ISOLATION_LEAK: what failed, and what to install
 */
export async function chooseIsolation({
  code,
  python = defaultPython(),
}: IsolationOptions & { readonly code: "of-others" | "own" }): Promise<Isolation> {
  const { on, refusal } = await findIsolation({ python });
  if (on !== null) return on.isolation;
  if (code === "of-others") throw refusal;
  return none(python);
}

function defaultPython(): string {
  return process.env["BRAIDYN_PYTHON"] ?? "python3";
}
