import { execFile } from "node:child_process";

/**
 * What a short command of this machine's own prints; null where it is not there, fails or takes longer than `seconds`.
 * It gets nothing of our environment but the search path.
 */
export function outputOf(
  command: string,
  args: readonly string[],
  { seconds = 10 } = {},
): Promise<string | null> {
  const env = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C" };
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { cwd: "/", env, timeout: seconds * 1000, killSignal: "SIGKILL", maxBuffer: 1 << 22 },
      (error, stdout) => resolve(error === null ? stdout : null),
    );
  });
}
