import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command's launcher, as `npm install` links it. */
export const launcher = fileURLToPath(new URL("../../packages/cli/bin/braidyn.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the real `braidyn` in a process of its own, in English unless `env` says otherwise. */
export function braidyn(args: readonly string[], { env = {}, cwd }: CommandOptions = {}): Promise<Ended> {
  return ended(process.execPath, [launcher, ...args], { env, ...(cwd === undefined ? {} : { cwd }) });
}

/** Runs any command to its end. */
export function ended(
  command: string,
  args: readonly string[],
  { env, cwd }: CommandOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, LC_ALL: "C.UTF-8", ...env } });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
