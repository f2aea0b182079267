import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandTexts } from "@braidyn/core";
import type { Challenge } from "@braidyn/harness";
import type { LeakReport } from "@braidyn/harness/build";
import { locate } from "../locate.ts";
import { withProgress } from "../progress.ts";
import { findSessionFiles } from "../session-files.ts";
import type { Shell } from "../shell.ts";
import { splitOption } from "./split-option.ts";

/** What a challenge is linted on. */
export interface LintTarget {
  readonly bundle: string | undefined;
  readonly sessions: readonly string[];
  readonly split: string | undefined;
}

/**
 * Lints a challenge on a bundle; on one that is built from sessions, and goes again, where none is given; else its
 * definition alone.
 */
export async function lintChallenge(
  challenge: Challenge,
  { bundle, sessions, split }: LintTarget,
  shell: Shell,
): Promise<LeakReport> {
  const { findDefinitionLeaks, findLeaks } = await import("@braidyn/harness/build");
  const { definition } = challenge;
  const paths = sessions.length === 0 ? [] : await findSessionFiles(sessions, shell);
  if (bundle !== undefined)
    return findLeaks({ folder: locate(shell.context, bundle), definition, sessions: paths });
  if (paths.length === 0) return findDefinitionLeaks(definition);
  return inTemporaryFolder(shell, async (folder) => {
    const built = join(folder, "bundle");
    await build(challenge, built, { paths, split }, shell);
    return findLeaks({ folder: built, definition, sessions: paths });
  });
}

async function build(
  challenge: Challenge,
  outDir: string,
  { paths, split: asked }: { paths: readonly string[]; split: string | undefined },
  shell: Shell,
): Promise<void> {
  const { buildBundle } = await import("@braidyn/harness/build");
  const { split: own, statistics } = challenge.definition;
  const split = await splitOption(asked, { own, paths, seed: statistics.seed, shell });
  const { interruption } = shell.context;
  await withProgress(shell, shell.text(commandTexts.building), paths.length, (advance) =>
    buildBundle({
      ...{ challenge, split, outDir, sessions: { paths } },
      onProgress: ({ done, session }) => {
        advance(done, session);
        interruption.check();
      },
    }),
  );
}

async function inTemporaryFolder<T>(shell: Shell, work: (folder: string) => Promise<T>): Promise<T> {
  const { interruption } = shell.context;
  const folder = await mkdtemp(join(tmpdir(), "braidyn-leak-"));
  const forget = interruption.temporary(folder);
  try {
    return await interruption.attended(() => work(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}
