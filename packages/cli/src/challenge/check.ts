import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isBraidynError, type BraidynError } from "@braidyn/core";
import type { Challenge, Examples } from "@braidyn/harness";
import type { Shell } from "../shell.ts";

/** What checking a challenge found. */
export interface Checked {
  readonly problems: BraidynError[];
  /** Rows from the simulated session; null where none was asked for or something is wrong. */
  readonly rows: number | null;
}

/**
 * What is wrong with a challenge: everything in its `challenge.yaml`; once that is right, its code; once that loads, what
 * it makes of a session.
 *
 * @param session a session file to run it on, if any.
 */
export async function checkFolder(folder: string, session: string | null): Promise<Checked> {
  const { checkChallenge } = await import("@braidyn/harness");
  const { loadChallenge } = await import("@braidyn/challenges");
  const path = join(folder, "challenge.yaml");
  const problems = checkChallenge(await readFile(path, "utf8"), path);
  if (problems.length > 0) return { problems, rows: null };
  try {
    const challenge = await loadChallenge(folder);
    return { problems: [], rows: session === null ? null : await rowsOf(challenge, session) };
  } catch (error) {
    if (isBraidynError(error)) return { problems: [error], rows: null };
    throw error;
  }
}

/** @throws BraidynError `CHALLENGE_EXAMPLES` for rows that are not as declared or not the same again. */
async function rowsOf({ definition, module }: Challenge, path: string): Promise<number> {
  const { BraidynError } = await import("@braidyn/core");
  const { checkExamples } = await import("@braidyn/harness/build");
  const { openSession } = await import("@braidyn/nwb");
  const session = await openSession(path);
  try {
    const at = { challenge: definition.id, session: session.info.session };
    const seed = definition.statistics.seed;
    const run = (): Promise<Examples> =>
      module.examples(session, { seed }).catch((cause: unknown) => {
        if (isBraidynError(cause)) throw cause;
        throw new BraidynError("CHALLENGE_EXAMPLES", { ...at, reason: String(cause) }, { cause });
      });
    const examples = await run();
    checkExamples(definition, at.session, examples, null);
    if (!sameRows(examples, await run())) {
      throw new BraidynError("CHALLENGE_EXAMPLES", { ...at, reason: "examples() != examples()" });
    }
    return examples.count;
  } finally {
    session.close();
  }
}

/** Challenges are pure: the same session and seed give the same rows. */
function sameRows(a: Examples, b: Examples): boolean {
  const same = (x: ArrayLike<number> | undefined, y: ArrayLike<number> | undefined) =>
    x?.length === y?.length && Array.from(x ?? []).every((value, i) => Object.is(value, y?.[i]));
  const columns = Object.keys(a.truth).every((column) => same(a.truth[column], b.truth[column]));
  return a.count === b.count && same(a.input, b.input) && same(a.time, b.time) && columns;
}

/** Gives `work` a session of ten minutes with everything in it, simulated for the time being. */
export async function withSimulatedSession<T>(shell: Shell, work: (path: string) => Promise<T>): Promise<T> {
  const { simulateCohort } = await import("@braidyn/simulator");
  const folder = await mkdtemp(join(tmpdir(), "braidyn-check-"));
  const forget = shell.context.interruption.temporary(folder);
  try {
    const little = { mice: 1, days: [8], minutes: 10, seed: 1, maskSize: 48 };
    const [path = ""] = await simulateCohort({ ...little, outDir: folder });
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}
