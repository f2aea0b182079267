import { readFile } from "node:fs/promises";
import { BraidynError, parseSessionName } from "@braidyn/core";
import type { SplitDefinition } from "@braidyn/harness";
import { locate } from "../locate.ts";
import { withSession } from "../open-file.ts";
import type { Shell } from "../shell.ts";

/**
 * The split that `--split` asks for: `auto` splits whatever subjects there are as the challenge does, a YAML file holds `unit`, `train`,
 * `validation`, `public` and `private` as a `challenge.yaml` does; nothing means the challenge's own.
 *
 * @throws BraidynError `COMMAND_SPLIT_FILE`, `SPLIT_TOO_FEW`.
 */
export async function splitOption(
  given: string | undefined,
  { own, paths, seed, shell }: SplitContext,
): Promise<SplitDefinition | undefined> {
  if (given === undefined) return undefined;
  if (given !== "auto") return readSplit(given, shell);
  const { fitSplit } = await import("@braidyn/harness");
  const subjects: string[] = [];
  for (const path of paths) subjects.push(await subjectOf(path, shell));
  return fitSplit(own, subjects, seed);
}

interface SplitContext {
  /** The challenge's. */
  readonly own: SplitDefinition;
  /** Sessions whose subjects `auto` splits. */
  readonly paths: readonly string[];
  readonly seed: number;
  readonly shell: Shell;
}

async function readSplit(path: string, { context }: Shell): Promise<SplitDefinition> {
  const { challengeSchema } = await import("@braidyn/harness");
  const { parse } = await import("yaml");
  try {
    return challengeSchema.shape.split.parse(parse(await readFile(locate(context, path), "utf8")));
  } catch (cause) {
    throw new BraidynError("COMMAND_SPLIT_FILE", { path, reason: reasonOf(cause) }, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const issue = (cause as { issues?: { path: PropertyKey[]; message: string }[] }).issues?.[0];
  if (issue !== undefined) return `${issue.path.join(".")}: ${issue.message}`;
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
}

/** As the file itself says, which is what the bundle goes by. */
async function subjectOf(path: string, shell: Shell): Promise<string> {
  return withSession(path, shell, async ({ info }) => info.subject || parseSessionName(path).subject);
}
