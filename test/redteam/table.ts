import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chooseIsolation, none } from "@braidyn/runner";
import { findPython } from "../python.ts";
import type { Arena, Attack, Attempt } from "./attack.ts";

/** A row of the table, tried. */
export interface Row {
  readonly name: string;
  /** Only where the attack provably ran, got nothing, and gets something where nothing stops it. */
  readonly blocked: boolean;
  readonly attempt: Attempt;
  /** What the same did without isolation, or why that was not tried. */
  readonly control: Attempt | string;
}

/** Every attack of `attacks/`, in the order of files and of what stands in them. */
export async function findAttacks(): Promise<Attack[]> {
  const folder = join(import.meta.dirname, "attacks");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(
    files
      .sort()
      .map(
        (name) => import(pathToFileURL(join(folder, name)).href) as Promise<{ attacks: readonly Attack[] }>,
      ),
  );
  return modules.flatMap(({ attacks }) => attacks);
}

/** Tries an attack, then the same without isolation. @throws BraidynError where this machine cannot isolate */
export async function tryAttack(attack: Attack): Promise<Row> {
  const python = findPython();
  const isolation = await chooseIsolation({ code: "of-others" });
  const attempt = await untilRan(() => inArena(attack.attempt, { isolation, python }));
  const open = none(python ?? "python3");
  const { control: how } = attack;
  const control =
    typeof how === "string" ? how : await untilRan(() => inArena(how, { isolation: open, python }));
  const able = typeof control === "string" || (control.ran && control.succeeded);
  return { name: attack.name, blocked: attempt.ran && !attempt.succeeded && able, attempt, control };
}

/** On a machine under load a program may meet its wall time before it has begun: that says nothing, so it is tried again. */
async function untilRan(attempt: () => Promise<Attempt>): Promise<Attempt> {
  for (let tries = 1; ; tries++) {
    const tried = await attempt();
    if (tried.ran || tries === 3) return tried;
  }
}

async function inArena(
  attempt: (arena: Arena) => Promise<Attempt>,
  given: Omit<Arena, "folder">,
): Promise<Attempt> {
  const folder = mkdtempSync(join(tmpdir(), "redteam-"));
  try {
    return await attempt({ ...given, folder });
  } catch (error) {
    return { ran: false, succeeded: false, seen: `threw: ${String(error)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tries all of them, some at a time; `onRow` hears of each as it comes. */
export async function tryAll(attacks: readonly Attack[], onRow: (row: Row) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const left = attacks.map((attack, i) => ({ attack, i }));
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const row = await tryAttack(next.attack);
      rows[next.i] = row;
      onRow(row);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return rows;
}
