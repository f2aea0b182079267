import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { rmSync } from "node:fs";
import {
  findIsolation,
  type Isolation,
  type Limits,
  type RunRequest,
  type RunResult,
} from "../../src/index.ts";

export const limits: Limits = {
  ...{ wallSeconds: 20, cpuSeconds: 20, memoryBytes: 2 ** 29, processes: 48, openFiles: 128 },
  ...{ fileBytes: 2 ** 20, scratchBytes: 2 ** 20, streamBytes: 2 ** 16 },
};

/** This machine's isolation, and for the names of tests why there is none. */
export const { on, refusal } = await findIsolation();
export const without = refusal === null ? "" : ` (needs isolation: ${refusal.message})`;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "runner-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ran extends RunResult {
  /** Text of the output and of the streams. */
  readonly output: string;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of Node; it is given its input folder and its output as arguments. */
export async function runNode(
  isolation: Isolation,
  source: string,
  changes: Partial<Limits> = {},
  more: Partial<RunRequest> = {},
): Promise<Ran> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "program.mjs"), source);
  return runFile(isolation, "node", folder, "program.mjs", changes, more);
}

/** The same in Python. */
export async function runPython(
  isolation: Isolation,
  source: string,
  changes: Partial<Limits> = {},
): Promise<Ran> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "program.py"), source);
  return runFile(isolation, "python", folder, "program.py", changes, {});
}

async function runFile(
  isolation: Isolation,
  runtime: RunRequest["runtime"],
  folder: string,
  file: string,
  changes: Partial<Limits>,
  more: Partial<RunRequest>,
): Promise<Ran> {
  const path = join(temporaryFolder(), "output");
  writeFileSync(path, "");
  const result = await isolation.run({
    ...{ runtime, limits: { ...limits, ...changes } },
    args: ({ entry, output }) => [`${entry}/${file}`, entry as string, output as string],
    places: [{ name: "entry", path: folder }],
    outputs: [{ name: "output", path }],
    ...more,
  });
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    ...result,
    output: readFileSync(path, "utf8"),
    out: text(result.stdout),
    err: text(result.stderr),
  };
}
