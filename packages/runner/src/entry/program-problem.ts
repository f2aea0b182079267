import { BraidynError, closestName } from "@braidyn/core";
import type { Runtime } from "../isolation/isolation.ts";

/** What each runtime runs, by the end of a program's name. */
export const programSuffixes: Readonly<Record<Runtime, readonly string[]>> = {
  node: [".js", ".mjs", ".cjs", ".ts", ".mts"],
  python: [".py"],
};

interface Where {
  readonly path: string;
  readonly line: number;
  readonly field: string;
}

/** Why a program named in `submission.yaml` cannot be run; null where it can. */
export function programProblem(
  program: string,
  runtime: Runtime,
  files: readonly string[],
  at: Where,
): BraidynError | null {
  const runs = (kind: Runtime, name: string) => programSuffixes[kind].some((suffix) => name.endsWith(suffix));
  if (!runs(runtime, program)) {
    const known = { node: programSuffixes.node.join(" "), python: programSuffixes.python.join(" ") };
    return new BraidynError("ENTRY_PROGRAM_KIND", { ...at, program, runtime, ...known });
  }
  if (files.includes(program)) return null;
  const programs = files.filter((name) => runs(runtime, name));
  const suggestion = closestName(program, programs.length > 0 ? programs : files);
  return new BraidynError("ENTRY_PROGRAM", { ...at, program, suggestion });
}
